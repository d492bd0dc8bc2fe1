// Inside, times are UTC ms; on the wire RFC 3339.
import { z } from 'zod'

export const timeSchema = z.iso
  .datetime({ offset: true })
  .meta({ description: 'RFC 3339 with offset.', examples: ['2026-11-23T07:30:00+01:00'] })

export const dateSchema = z.iso
  .date()
  .meta({ description: 'Local date YYYY-MM-DD.', examples: ['2026-11-23'] })

/** UTC ms as RFC 3339. */
export const wireTime = (ms: number): string => new Date(ms).toISOString()
export const wireTimeOrNull = (ms: number | null): string | null =>
  ms === null ? null : wireTime(ms)
