import { z } from 'zod'

const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const
const SHORTEST_MS = 60_000
const LONGEST_MS = 366 * UNIT_MS.d

/** Milliseconds of `15m`, `1h`, `7d`. */
export function everyMs(every: string): number {
  const unit = every.at(-1) as keyof typeof UNIT_MS
  return Number(every.slice(0, -1)) * UNIT_MS[unit]
}

export const everySchema = z
  .string()
  .regex(/^[1-9]\d{0,4}[mhd]$/, 'a time span like 15m, 1h or 1d')
  .refine(
    (every) => everyMs(every) >= SHORTEST_MS && everyMs(every) <= LONGEST_MS,
    'a time span from 1m to 366d',
  )
  .meta({ description: 'Means of each time span, in UTC.', examples: ['15m', '1h', '1d'] })
