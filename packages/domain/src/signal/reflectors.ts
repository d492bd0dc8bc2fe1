// Things in the box that catch echoes at the same place again and again: the edge of the chute, a seam,
// a sleeve. Learnt from echoes that turned out not to come from the textile.
import { rounded } from '../state/rounded.ts'
import type { Hypothesis } from './hypothesis.ts'

export interface Reflectors {
  readonly places: readonly Reflector[]
  /** Of the last few hundred echoes, the share that was caught where no reflector is known. */
  readonly elsewhere: number
}

interface Reflector {
  readonly points: number
  /** Of the last few hundred echoes, the share that it caught. */
  readonly share: number
}

export const noReflectors: Reflectors = { places: [], elsewhere: 0 }

const KEPT = 3
const COUNTED_OVER = 200
const SAME_PLACE_POINTS = 4
const LEAST_SHARE = 0.004
const WIDTH_VARIANCE = 4
/** So much is held to be caught anywhere while nothing is known. */
const ANYWHERE = 0.02

export function reflectorsAfter(before: Reflectors, best: Hypothesis | undefined): Reflectors {
  const place = best?.hiddenBy ?? null
  if (place === null && before.places.length === 0) return before
  const faded = before.places.map(({ points, share }) => ({ points, share: later(share, 0) }))
  const known = faded.find(
    ({ points }) => place !== null && Math.abs(points - place) < SAME_PLACE_POINTS,
  )
  const others = faded.filter((each) => each !== known)
  // By these digits a share below a hundredth fades no further, and that is for the better: an edge in the box
  // is there next month too. With more digits fewer emptyings are found, and more that are none.
  return {
    places: [...others, ...here(known, place)]
      .filter(({ share }) => share >= LEAST_SHARE)
      .toSorted((a, b) => b.share - a.share)
      .slice(0, KEPT)
      .map(({ points, share }) => ({ points: rounded(points, 1), share: rounded(share, 4) })),
    elsewhere: rounded(later(before.elsewhere, place !== null && known === undefined ? 1 : 0), 4),
  }
}

function here(known: Reflector | undefined, place: number | null): readonly Reflector[] {
  if (place === null) return []
  if (known === undefined) return [{ points: place, share: later(0, 1) }]
  const points = known.points + (place - known.points) / 10
  return [{ points, share: known.share + 1 / COUNTED_OVER }]
}

const later = (share: number, happened: 0 | 1): number => share + (happened - share) / COUNTED_OVER

/**
 * How likely it is that an echo that was caught was caught here, a point.
 * @param anywhere the same where no reflector is known
 */
export function caughtDensity(
  { places, elsewhere }: Reflectors,
  points: number,
  anywhere: number,
): number {
  let known = 0
  let hit = 0
  for (const { points: place, share } of places) {
    const off = points - place
    known += share
    hit += share * Math.exp((-off * off) / (2 * WIDTH_VARIANCE))
  }
  const all = known + elsewhere + ANYWHERE
  return (hit / Math.sqrt(2 * Math.PI * WIDTH_VARIANCE) + (elsewhere + ANYWHERE) * anywhere) / all
}
