// The clean fill level out of single echoes, which textile reflects badly: median of three, and a
// jump counts only when the next reading confirms it. A confirmed fall is an emptying.
import { median } from '../median.ts'

export interface LevelPoint {
  /** UTC ms. */
  readonly at: number
  readonly pct: number
}

export interface FillTrack {
  /** The last measured fills, at most three. */
  readonly recent: readonly LevelPoint[]
  readonly level: LevelPoint | null
}

export const unknownFill: FillTrack = { recent: [], level: null }

/** A confirmed fall, dated by its first reading. */
export interface Fall {
  readonly kind: 'emptied' | 'partly'
  readonly at: number
  readonly before: LevelPoint
}

const JUMP_PCT = 30
const EMPTY_BELOW_PCT = 20
/** Two readings confirm each other within this. */
const AGREE_PCT = 15

export function trackFill(
  { recent, level }: FillTrack,
  point: LevelPoint,
): { readonly track: FillTrack; readonly fall: Fall | null } {
  const latest = [...recent, point].slice(-3)
  const pct = median(latest.map((each) => each.pct)) ?? point.pct
  if (level === null || Math.abs(pct - level.pct) < JUMP_PCT)
    return { track: { recent: latest, level: { at: point.at, pct } }, fall: null }

  const before = recent.at(-1)
  const confirmed =
    before !== undefined &&
    Math.abs(point.pct - before.pct) <= AGREE_PCT &&
    Math.abs(before.pct - level.pct) >= JUMP_PCT - AGREE_PCT
  if (!confirmed) return { track: { recent: latest, level }, fall: null }
  const fall: Fall | null =
    pct > level.pct
      ? null
      : { kind: pct < EMPTY_BELOW_PCT ? 'emptied' : 'partly', at: before.at, before: level }
  return { track: { recent: latest, level: { at: point.at, pct } }, fall }
}

/** The driver saw it empty: that counts as much as two readings. */
export const emptiedByDriver = (at: number): FillTrack => ({
  recent: [
    { at, pct: 0 },
    { at, pct: 0 },
  ],
  level: { at, pct: 0 },
})
