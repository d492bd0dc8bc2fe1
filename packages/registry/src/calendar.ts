import { type Calendar, calendarDefaults } from '@bakwacht/domain'
import type { Db } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Registry } from './registry.ts'

const NAME = 'calendar'

export function createCalendar({ db, write }: StoreDependencies): Registry['calendar'] {
  return {
    get: () => stored(db),
    put: (calendar, check = () => {}) =>
      write(async ({ trx }) => {
        check(await stored(trx))
        const body = JSON.stringify(calendar)
        await trx
          .insertInto('calendars')
          .values({ name: NAME, body })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ body }))
          .execute()
      }),
  }
}

async function stored(db: Db): Promise<Calendar> {
  const row = await db
    .selectFrom('calendars')
    .select('body')
    .where('name', '=', NAME)
    .executeTakeFirst()
  return row === undefined ? calendarDefaults : JSON.parse(row.body)
}
