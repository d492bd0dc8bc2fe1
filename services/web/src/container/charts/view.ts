// Which time the charts show: a span that ends now, or one that somebody went to.

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

export interface Span {
  /** UTC ms. */
  readonly from: number
  readonly to: number
}

export const PRESETS = { two_days: 2 * DAY, two_weeks: 14 * DAY, three_months: 91 * DAY } as const
export type Preset = keyof typeof PRESETS

const SHORTEST = HOUR
const LONGEST = 3 * 366 * DAY
/** How far is foreseen. */
const FORESEEN = 14 * DAY

/** Up to now, and half as far again into what is expected. */
export const presetSpan = (preset: Preset, now: number): Span => ({
  from: now - PRESETS[preset],
  to: now + Math.min(PRESETS[preset] / 2, FORESEEN),
})

/** @param factor below 1: closer; above: wider @param kept stays where it is; else the middle */
export function zoomed({ from, to }: Span, factor: number, kept = (from + to) / 2): Span {
  const length = Math.min(Math.max((to - from) * factor, SHORTEST), LONGEST)
  const start = Math.round(kept - ((kept - from) / (to - from)) * length)
  return { from: start, to: start + Math.round(length) }
}

/** @param share of what is shown: −0.5 goes back by half of it */
export function moved({ from, to }: Span, share: number): Span {
  const by = Math.round((to - from) * share)
  return { from: from + by, to: to + by }
}

const STEPS = ['2m', '5m', '15m', '30m', '1h', '2h', '3h', '6h', '12h', '1d', '7d'] as const
const UNIT = { m: 60_000, h: HOUR, d: DAY } as const
const MOST_POINTS = 1500

export const stepMs = (step: string): number =>
  Number(step.slice(0, -1)) * UNIT[step.slice(-1) as keyof typeof UNIT]

/** Means over so long that about 1,500 points are drawn, and no more. */
export const stepFor = ({ from, to }: Span): string =>
  STEPS.find((step) => (to - from) / stepMs(step) <= MOST_POINTS) ?? '7d'
