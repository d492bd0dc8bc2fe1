// What goes wrong with echoes in the street and not in the simulator: spells at the near end of the
// scale, a sleeve that hangs in the beam and comes and goes, and single echoes from anywhere.
import { between, chance, exponential, type Random } from '@bakwacht/simulators/world'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const NEAR_END_MM = 150

/** Of a distance as it was measured makes the one that is sent. To be called in the order of time. */
export type Trouble = (distanceMm: number, at: number) => number

/** The distances that one sensor sends, if anything is wrong with it. */
export function troublesOf(random: Random, startAt: number): Trouble {
  const troubles = [
    ...(chance(random, 0.3) ? [nearEnd(random, startAt)] : []),
    ...(chance(random, 0.15) ? [sleeve(random)] : []),
    ...(chance(random, 0.3) ? [anywhere(random)] : []),
  ]
  return (distanceMm, at) => troubles.reduce((passing, trouble) => trouble(passing, at), distanceMm)
}

/** For hours at a time it reads as if it touched something. */
function nearEnd(random: Random, startAt: number): Trouble {
  let from = startAt + exponential(random, 12 * DAY_MS)
  let to = from + between(random, 1, 10) * HOUR_MS
  return (distanceMm, at) => {
    while (at >= to) {
      from = to + exponential(random, 12 * DAY_MS)
      to = from + between(random, 1, 10) * HOUR_MS
    }
    return at >= from ? NEAR_END_MM : distanceMm
  }
}

/** Something in the beam that the echo finds now and then, for a few readings in a row. */
function sleeve(random: Random): Trouble {
  const hangsAtMm = between(random, 450, 900)
  let seen = false
  return (distanceMm) => {
    seen = chance(random, seen ? 0.7 : 0.12)
    return seen && hangsAtMm < distanceMm ? Math.round(hangsAtMm / 10) * 10 : distanceMm
  }
}

const anywhere =
  (random: Random): Trouble =>
  (distanceMm) =>
    chance(random, 0.01) ? Math.round(between(random, 200, 1_800)) : distanceMm
