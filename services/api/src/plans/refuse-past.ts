import { localDate } from '@bakwacht/domain'
import type { ApiContext } from '../context.ts'
import { Problem } from '../server/problem.ts'

/** @throws Problem `invalid_body` for a day that is over */
export function refusePast(date: string, { clock, config }: ApiContext): void {
  const today = localDate(clock(), config.timezone)
  if (date >= today) return
  const errors = [{ in: 'body', field: '/date', got: date, wanted: `${today} or later` }] as const
  throw new Problem(
    'invalid_body',
    `date: got ${date}, wanted ${today} or later`,
    { errors },
    'date_past',
  )
}
