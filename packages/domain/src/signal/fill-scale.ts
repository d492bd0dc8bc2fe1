// From the points of the calibration that was registered to percent of capacity. The registered empty
// distance may be wrong by a hand's breadth: where the level comes to rest after emptyings says it better.
import { rounded } from '../state/rounded.ts'
import type { Fall, Hypothesis } from './hypothesis.ts'

export interface FillScale {
  /** Points at which the container is empty, as far as is known. */
  readonly floor: number
  /** Where the level came to rest after the last emptyings, at most seven. */
  readonly rests: readonly number[]
  /** No empty distance was registered: until an emptying says more, the lowest level is the floor. */
  readonly guessed: boolean
}

export const unknownScale: FillScale = { floor: 0, rests: [], guessed: false }

const KEPT = 7
const BELOW_POINTS = 4
/** Higher than this above the registered floor, a part was left; a sensor that drifts takes its floor along. */
const PARTLY_POINTS = 22
const CREEP_POINTS = 8
/** The registered distance counts as much as this share of one emptying. */
const REGISTERED = 0.3
const SPREAD = 10
const SPREAD_GUESSED = 25
const SPREAD_LEARNT = 3
const BEYOND_FLOOR = 20
/** After so many emptyings the floor is known. */
const SETTLED = 3
const BEYOND_FLOOR_UNLEARNT = 30

/** @param fall that is believed now, if one is */
export function floorLearnt(
  scale: FillScale,
  fall: Fall | null,
  best: Hypothesis | undefined,
): FillScale {
  if (fall !== null && fall.told !== 'some') return restedAt(scale, fall.rest)
  // Nothing lies below the floor.
  const sure = best !== undefined && best.hiddenBy === null && best.fall === null
  const margin = scale.guessed && scale.rests.length === 0 ? 0 : BELOW_POINTS
  return sure && best.points < scale.floor - margin
    ? { ...scale, floor: rounded(best.points + margin, 2) }
    : scale
}

function restedAt(scale: FillScale, rest: number): FillScale {
  const highest = Math.max(PARTLY_POINTS, scale.floor + CREEP_POINTS)
  if (!scale.guessed && rest > highest) return scale
  const rests = [...scale.rests, rounded(rest)].slice(-KEPT)
  const sorted = rests.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) * 0.4)] ?? 0
  const registered = scale.guessed ? 0 : REGISTERED
  const floor = (middle * rests.length) / (rests.length + registered)
  return { ...scale, floor: rounded(floor, 2), rests }
}

/** An echo from farther below the floor comes from somewhere else. */
export const isBeyondFloor = ({ floor, rests }: FillScale, points: number): boolean =>
  points < floor - (rests.length >= SETTLED ? BEYOND_FLOOR : BEYOND_FLOOR_UNLEARNT)

/** False while nobody registered the empty distance and no emptying has shown it. */
export const isCalibrated = ({ guessed, rests }: FillScale): boolean => !guessed || rests.length > 0

/** Standard deviation of the floor, points. */
export const floorSpread = ({ rests, guessed }: FillScale): number => {
  if (rests.length > 0) return rests.length === 1 && guessed ? SPREAD : SPREAD_LEARNT
  return guessed ? SPREAD_GUESSED : SPREAD
}

export const pctAt = ({ floor }: FillScale, points: number): number =>
  Math.min(Math.max(((points - floor) / (100 - floor)) * 100, 0), 100)
