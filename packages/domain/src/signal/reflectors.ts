// Things in the box that catch echoes at the same place again and again: the edge of the chute, a seam,
// a sleeve. Learnt from echoes that turned out not to come from the textile.
import { rounded } from '../state/rounded.ts'
import type { Hypothesis } from './hypothesis.ts'

export interface Reflector {
  readonly points: number
  /** Of the last few hundred echoes, the share that it caught. */
  readonly share: number
}

const KEPT = 3
const COUNTED_OVER = 200
const SAME_PLACE_POINTS = 4
const LEAST_SHARE = 0.004
const WIDTH_VARIANCE = 4

export function reflectorsAfter(
  before: readonly Reflector[],
  best: Hypothesis | undefined,
): readonly Reflector[] {
  const place = best?.hiddenBy ?? null
  if (place === null && before.length === 0) return before
  const faded = before.map(({ points, share }) => ({
    points,
    share: share * (1 - 1 / COUNTED_OVER),
  }))
  const all = place === null ? faded : caughtAt(faded, place)
  return all
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, KEPT)
    .map(({ points, share }) => ({ points: rounded(points, 1), share: rounded(share, 4) }))
}

function caughtAt(reflectors: readonly Reflector[], place: number): readonly Reflector[] {
  const known = reflectors.find(({ points }) => Math.abs(points - place) < SAME_PLACE_POINTS)
  if (known === undefined) return [...reflectors, { points: place, share: 1 / COUNTED_OVER }]
  const points = known.points + (place - known.points) / 10
  const others = reflectors.filter((each) => each !== known)
  return [...others, { points, share: known.share + 1 / COUNTED_OVER }]
}

/** How likely it is that an echo that was caught was caught here, a point. */
export function caughtDensity(
  reflectors: readonly Reflector[],
  points: number,
  elsewhere: number,
): number {
  let known = 0
  let here = 0
  for (const { points: place, share } of reflectors) {
    const off = points - place
    known += share
    here += share * Math.exp((-off * off) / (2 * WIDTH_VARIANCE))
  }
  const weight = known / (known + 0.02)
  const density = known === 0 ? 0 : here / known / Math.sqrt(2 * Math.PI * WIDTH_VARIANCE)
  return (1 - weight) * elsewhere + weight * density
}
