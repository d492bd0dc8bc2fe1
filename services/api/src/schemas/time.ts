// Local clock times as people give them, and the way back from RFC 3339.
import { z } from 'zod'

export const clockTimeSchema = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a clock time HH:MM from 00:00 to 24:00')
  .meta({ description: 'Local clock time HH:MM, 00:00–24:00.', examples: ['07:30'] })

export const clockRangeSchema = z
  .strictObject({ from: clockTimeSchema, to: clockTimeSchema })
  .refine(({ from, to }) => from < to, 'a time span whose `from` is before its `to`')

export const timeOf = (wire: string): number => Date.parse(wire)
export const timeOrNull = (wire: string | null): number | null =>
  wire === null ? null : timeOf(wire)
