/** UTC ms to RFC 3339. */
export const time = (ms: number): string => new Date(ms).toISOString()
export const timeOrNull = (ms: number | null): string | null => (ms === null ? null : time(ms))
