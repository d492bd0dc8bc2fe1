// One account of what the echoes of a container mean. Points are those of the scale that echoes come
// in (fill-scale.ts), not yet of capacity.

export interface Hypothesis {
  /** Its share of the belief, 0–1. */
  readonly weight: number
  /** The level of the textile, and the variance of that. */
  readonly points: number
  readonly variance: number
  /** UTC ms of the last echo that came from the textile. */
  readonly seenAt: number
  /** The last echo came from something nearer, at this place; `null`: it did not. */
  readonly hiddenBy: number | null
  /** Learnt: the share of echoes that something else catches, and how often it catches the next too. */
  readonly catches: number
  readonly catchesOn: number
  /** Learnt: the share of echoes from farther than the textile, which come from nowhere. */
  readonly strays: number
  /** Textile left, which has yet to be believed; `null`: nothing new. */
  readonly fall: Fall | null
}

/** A fall of the level, dated by its first reading or the driver's word. */
export interface Fall {
  readonly at: number
  readonly before: number
  /** The lowest level since. */
  readonly rest: number
  /** Echoes off the textile since that bear it out. */
  readonly echoes: number
  /** The driver's word that it rests on: all was taken, or some. */
  readonly told: 'all' | 'some' | null
}

/** The first echo came from the textile, or from something before it: then nothing is known yet. */
export function firstHypotheses(points: number, at: number): Hypothesis[] {
  const seen = seenFirst(points, at)
  const weight = points > 80 ? 0.3 : 0.1
  const hidden = {
    ...seen,
    weight,
    points: Math.max(points / 2, 10),
    variance: 900,
    hiddenBy: points,
  }
  return [{ ...seen, weight: 1 - weight }, hidden]
}

export const seenFirst = (points: number, at: number): Hypothesis => ({
  weight: 1,
  points,
  variance: 25,
  seenAt: at,
  hiddenBy: null,
  catches: 0.03,
  catchesOn: 0.4,
  strays: 0.004,
  fall: null,
})
