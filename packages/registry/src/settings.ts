import { type Settings, settingsDefaults } from '@bakwacht/domain'
import type { Db } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import { VersionConflict } from './refusals.ts'
import type { Registry } from './registry.ts'

/** Every version stays stored: plans name the one they were made with. Version 1 is the defaults. */
export function createSettings({ db, write }: StoreDependencies): Registry['settings'] {
  return {
    current: () => newest(db),
    put: (settings, expectedVersion) =>
      write(async ({ trx }) => {
        const stored = (await newest(trx)).version
        if (stored !== (expectedVersion ?? stored))
          throw new VersionConflict(expectedVersion ?? stored, stored)
        const version = stored + 1
        const next = { ...settings, version }
        await trx
          .insertInto('settings')
          .values({ version, body: JSON.stringify(next) })
          .execute()
        return next
      }),
  }
}

/** A setting that an older version did not know yet has its default. */
async function newest(db: Db): Promise<Settings> {
  const row = await db
    .selectFrom('settings')
    .select('body')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row === undefined ? settingsDefaults : withDefaults(JSON.parse(row.body))
}

function withDefaults(stored: Partial<Settings>): Settings {
  const { damp, fire, health, money, plan } = settingsDefaults
  return {
    ...settingsDefaults,
    ...stored,
    damp: { ...damp, ...stored.damp },
    fire: { ...fire, ...stored.fire },
    health: { ...health, ...stored.health },
    money: { ...money, ...stored.money },
    plan: { ...plan, ...stored.plan },
  }
}
