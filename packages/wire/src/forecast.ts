import {
  DAY_MS,
  type FillForecast,
  type FillState,
  fullBetween,
  probabilityAbove,
  quantileAt,
} from '@bakwacht/domain'
import { z } from 'zod'
import { rounded } from './rounded.ts'
import { timeSchema, wireTime, wireTimeOrNull } from './time.ts'

const FORESEEN_DAYS = 14
const pct = z.number().describe('% of capacity; above 100: gifts that no longer fit.')

/** How full it will be if nobody empties it: HTTP alone tells it, events would be long. */
export const forecastSchema = z
  .object({
    full_at: timeSchema.nullable().describe('100 % is expected; null: beyond 60 days.'),
    full_early_at: timeSchema
      .nullable()
      .describe('Full by then with a chance of one in ten; null: beyond 14 days.'),
    full_late_at: timeSchema
      .nullable()
      .describe('Full by then with a chance of nine in ten; null: beyond 14 days.'),
    days: z.array(
      z.object({
        at: timeSchema,
        quantiles: z
          .object({ '0.1': pct, '0.5': pct, '0.9': pct })
          .describe('At most so full with this chance.'),
        overflow_probability: z.number().min(0).max(1).describe('Chance to be over full by then.'),
      }),
    ),
  })
  .meta({ id: 'FillForecast', description: 'For each of the next 14 days, if nobody empties it.' })

/** `null`: not foreseen yet. */
export function forecastToWire({
  forecast,
  fullAt,
}: FillState): z.output<typeof forecastSchema> | null {
  if (forecast === undefined) return null
  const { early_at, late_at } = fullBetween(forecast)
  return {
    full_at: wireTimeOrNull(fullAt),
    full_early_at: wireTimeOrNull(early_at),
    full_late_at: wireTimeOrNull(late_at),
    days: Array.from({ length: FORESEEN_DAYS }, (_, day) => dayOf(forecast, day + 1)),
  }
}

function dayOf(forecast: FillForecast, day: number) {
  const at = forecast.from.at + day * DAY_MS
  const quantile = (chance: number) => rounded(quantileAt(forecast, at, chance), 1)
  return {
    at: wireTime(at),
    quantiles: { '0.1': quantile(0.1), '0.5': quantile(0.5), '0.9': quantile(0.9) },
    overflow_probability: rounded(probabilityAbove(forecast, 100, at), 3),
  }
}
