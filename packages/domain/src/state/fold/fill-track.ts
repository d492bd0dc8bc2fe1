// The clean fill level out of single echoes, which textile reflects badly: median of three, and a
// jump counts only when the next reading confirms it. A confirmed fall to the floor is an emptying.
import { DAY_MS, HOUR_MS } from '../../time/local-time.ts'
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
  /** The last clean levels, at most four: what a fall falls from. */
  readonly levels: readonly LevelPoint[]
  /** When it last leapt up. Gifts seldom do that; an echo that flickers between two heaps does. */
  readonly leaptAt: number | null
  /** A fall that has yet to prove itself. */
  readonly falling: { readonly at: number; readonly before: LevelPoint } | null
}

export const unknownFill: FillTrack = {
  recent: [],
  level: null,
  levels: [],
  leaptAt: null,
  falling: null,
}

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
/** So long after a leap the sensor is held to be restless: then a fall must last, not only be confirmed. */
const RESTLESS_MS = 14 * DAY_MS
const PROVED_AFTER_MS = 12 * HOUR_MS

export function trackFill(
  before: FillTrack,
  point: LevelPoint,
): { readonly track: FillTrack; readonly fall: Fall | null } {
  const recent = [...before.recent, point].slice(-3)
  const pct = median(recent.map((each) => each.pct)) ?? point.pct
  const jump = before.level === null ? 0 : pct - before.level.pct
  if (Math.abs(jump) >= JUMP_PCT && !confirmed(before, point))
    return { track: { ...before, recent }, fall: null }

  const level = { at: point.at, pct }
  const track: FillTrack = {
    ...before,
    recent,
    level,
    levels: [...before.levels, level].slice(-4),
    leaptAt: jump >= JUMP_PCT ? point.at : before.leaptAt,
  }
  const high = highest(before.levels)
  if (high !== undefined && jump <= -JUMP_PCT && pct >= EMPTY_BELOW_PCT)
    return { track, fall: { kind: 'partly', at: fellAt(track, high), before: high } }
  return withEmptying(track, level, high)
}

function confirmed({ recent, level }: FillTrack, point: LevelPoint): boolean {
  const last = recent.at(-1)
  if (last === undefined || level === null) return false
  const agrees = Math.abs(point.pct - last.pct) <= AGREE_PCT
  return agrees && Math.abs(last.pct - level.pct) >= JUMP_PCT - AGREE_PCT
}

/** At the floor, for as long as a calm or a restless sensor has to say so. */
function withEmptying(
  track: FillTrack,
  level: LevelPoint,
  high: LevelPoint | undefined,
): { readonly track: FillTrack; readonly fall: Fall | null } {
  const fell = high !== undefined && isEmptied(high, level) && confirmsItself(track)
  const falling = track.falling ?? (fell ? { at: fellAt(track, high), before: high } : null)
  if (falling === null || level.pct > falling.before.pct - JUMP_PCT)
    return { track: { ...track, falling: null }, fall: null }
  if (level.at - falling.at < proofMs(track, falling.at))
    return { track: { ...track, falling }, fall: null }
  return {
    track: { ...track, falling: null, levels: [level] },
    fall: { kind: 'emptied', ...falling },
  }
}

/** How long what a sensor says must last by now before something is made of it. */
export const proofMs = ({ leaptAt }: FillTrack, at: number): number =>
  leaptAt !== null && at - leaptAt < RESTLESS_MS ? PROVED_AFTER_MS : 0

const isEmptied = (high: LevelPoint, { pct }: LevelPoint): boolean =>
  pct < EMPTY_BELOW_PCT && high.pct - pct >= JUMP_PCT

/** The last two readings say the same. */
function confirmsItself({ recent }: FillTrack): boolean {
  const [last, before] = [recent.at(-1), recent.at(-2)]
  if (last === undefined || before === undefined) return false
  return Math.abs(last.pct - before.pct) <= AGREE_PCT
}

/** The first of the last readings that lies below where it fell from. */
function fellAt({ recent }: FillTrack, high: LevelPoint): number {
  const first = recent.find(({ pct }) => pct <= high.pct - AGREE_PCT)
  return first?.at ?? recent.at(-1)?.at ?? high.at
}

const highest = (levels: readonly LevelPoint[]): LevelPoint | undefined =>
  levels.reduce<LevelPoint | undefined>(
    (high, level) => (high === undefined || level.pct > high.pct ? level : high),
    undefined,
  )

/** The driver saw it empty: that counts as much as two readings. */
export const emptiedByDriver = (at: number): FillTrack => ({
  ...unknownFill,
  recent: [
    { at, pct: 0 },
    { at, pct: 0 },
  ],
  level: { at, pct: 0 },
})
