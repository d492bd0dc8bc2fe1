import { DAY_MS, HOUR_MS } from '@bakwacht/domain'
import { HOURS_KEPT_DAYS } from '@bakwacht/registry'
import { roundedOrNull, timeSchema, wireTime } from '@bakwacht/wire'
import { z } from 'zod'
import type { ApiContext, App } from '../context.ts'
import { emptyingsOf, type PastEmptying } from '../history/emptyings.ts'
import { hoursOf } from '../history/hour-columns.ts'
import { historySchema } from '../schemas/history.ts'
import { idParams } from '../schemas/id.ts'
import { timeOf } from '../schemas/time.ts'
import { found, Problem } from '../server/problem.ts'

const DEFAULT_DAYS = 14
/** So that an answer stays below 100 kB. */
const MOST_DAYS = 92
/** An emptying that is told late belongs to the time before. */
const TOLD_LATE_MS = 12 * HOUR_MS

const historyQuery = z.strictObject({
  from: timeSchema.optional().describe(`Default: ${DEFAULT_DAYS} days before \`to\`.`),
  to: timeSchema.optional().describe('Not included. Default: now.'),
})

export function containerHistoryRoute(app: App, { registry, clock }: ApiContext): void {
  app.get(
    '/containers/:id/history',
    {
      config: { roles: ['viewer'], problems: ['not_found', 'invalid_request'] },
      schema: {
        tags: ['containers'],
        summary: 'How a container was, hour by hour',
        description: `Its believed fill level, climate, mould index and emptyings, as its state saw them; at most ${MOST_DAYS} days at once. Hours are kept for ${HOURS_KEPT_DAYS} days; what was measured before stands in its readings.`,
        params: idParams,
        querystring: historyQuery,
        response: { 200: historySchema },
      },
    },
    async (request) => {
      const { id } = request.params
      const now = clock()
      const { from, to } = spanOf(request.query, now)
      found(await registry.containers.find(id), 'container', id)
      const [fromHour, toHour] = [Math.floor(from / HOUR_MS), Math.ceil(to / HOUR_MS)]
      const [days, state, results] = await Promise.all([
        registry.folds.days([id], Math.floor(fromHour / 24), Math.floor(toHour / 24)),
        registry.states.find(id),
        registry.results.of([id], from - TOLD_LATE_MS, to + TOLD_LATE_MS),
      ])
      const { columns, emptied } = hoursOf(days, fromHour, toHour)
      return {
        from: wireTime(fromHour * HOUR_MS),
        step_s: 3600 as const,
        kept_from: wireTime(now - HOURS_KEPT_DAYS * DAY_MS),
        hours: columns,
        emptied: emptyingsOf(state?.emptyings ?? [], emptied, results)
          .filter(({ at }) => at >= from && at < to)
          .map(toWire),
      }
    },
  )
}

function spanOf({ from, to }: z.output<typeof historyQuery>, now: number) {
  const end = to === undefined ? now : timeOf(to)
  const start = from === undefined ? end - DEFAULT_DAYS * DAY_MS : timeOf(from)
  if (start >= end || end - start > MOST_DAYS * DAY_MS)
    throw new Problem(
      'invalid_request',
      `from: got ${wireTime(start)}, wanted before ${wireTime(end)} and at most ${MOST_DAYS} days`,
    )
  return { from: start, to: end }
}

const toWire = ({ at, beforePct, afterPct, partial, confidence, by, kg }: PastEmptying) => ({
  at: wireTime(at),
  before_pct: roundedOrNull(beforePct, 1),
  after_pct: roundedOrNull(afterPct, 1),
  partial,
  confidence: roundedOrNull(confidence, 3),
  by,
  kg,
})
