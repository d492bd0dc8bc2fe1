// The levels of a forecast, three letters each: they are in every container's state.
import { fromLetters, inLetters } from './letters.ts'

/** One level after the other. */
export type PackedLevels = string

const LETTERS_EACH = 3
/** Hundredths of a point. */
const STEPS = 100

/** To a hundredth of a point, from 0 to 2,621 %; beyond it is cut off there. */
export const packLevels = (levels: readonly number[]): PackedLevels =>
  levels.map((pct) => inLetters(pct * STEPS, LETTERS_EACH)).join('')

export const packedLevel = (packed: PackedLevels, index: number): number =>
  fromLetters(packed, index * LETTERS_EACH, LETTERS_EACH) / STEPS
