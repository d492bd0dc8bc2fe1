// How well the level is known that a forecast counts from.
import type { FillEstimate } from '../signal/fill-estimate.ts'
import type { UsualInflow } from './usual-inflow.ts'

/** Variances, points². */
export interface LevelNoise {
  /** Of the level now. */
  readonly now: number
  /** Of a later level less the level now: past days tell that a later echo errs too. */
  readonly toLater: number
  /** No echo errs as much: it is a guess. What past days tell of echoes does not cover this. */
  readonly guessed: number
}

const WORST_ECHO = 8 ** 2
/** What the level says of itself counts as much as so many days of seeing it err. */
const SAID_DAYS = 14

export function levelNoise({ sdPct }: FillEstimate, { noise, days }: UsualInflow): LevelNoise {
  const said = Math.min(sdPct ** 2, WORST_ECHO)
  const drawn = (seen: number) => (seen * days + said * SAID_DAYS) / (days + SAID_DAYS)
  return {
    now: drawn(noise),
    toLater: drawn(2 * noise),
    guessed: Math.max(sdPct ** 2 - WORST_ECHO, 0),
  }
}
