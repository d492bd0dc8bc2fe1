import { addDays, instantOf, localDate } from '@bakwacht/domain'

export interface Midnight {
  /** Of the day that begins. */
  readonly date: string
  /** UTC ms; where a clock change skips midnight, the first instant of the day. */
  readonly at: number
}

/** The local midnights after the first instant, up to the last one. */
export function midnightsIn(firstAt: number, lastAt: number, timezone: string): Midnight[] {
  const midnights: Midnight[] = []
  let before = firstAt
  for (let date = localDate(firstAt, timezone); ; date = addDays(date, 1)) {
    const at = instantOf(date, '00:00', timezone)
    if (at > lastAt) return midnights
    // A zone that crosses the date line skips a day: its midnight is the next one's.
    if (at > before) midnights.push({ date, at })
    before = Math.max(before, at)
  }
}

/** UTC ms of the midnight so many local days later. */
export const midnightAfter = ({ date }: Midnight, days: number, timezone: string): number =>
  instantOf(addDays(date, days), '00:00', timezone)
