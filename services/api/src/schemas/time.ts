// Inside, times are UTC ms; on the wire RFC 3339 with offset. Both ways across stand here.
import { z } from 'zod'

export const timeSchema = z.iso
  .datetime({ offset: true })
  .meta({ description: 'RFC 3339 with offset.', examples: ['2026-11-23T07:30:00+01:00'] })

export const dateSchema = z.iso
  .date()
  .meta({ description: 'Local date YYYY-MM-DD.', examples: ['2026-11-23'] })

export const clockTimeSchema = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a clock time HH:MM from 00:00 to 24:00')
  .meta({ description: 'Local clock time HH:MM, 00:00–24:00.', examples: ['07:30'] })

export const clockRangeSchema = z
  .strictObject({ from: clockTimeSchema, to: clockTimeSchema })
  .refine(({ from, to }) => from < to, 'a time span whose `from` is before its `to`')

export const wireTime = (ms: number): string => new Date(ms).toISOString()
export const wireTimeOrNull = (ms: number | null): string | null =>
  ms === null ? null : wireTime(ms)

export const timeOf = (wire: string): number => Date.parse(wire)
export const timeOrNull = (wire: string | null): number | null =>
  wire === null ? null : timeOf(wire)
