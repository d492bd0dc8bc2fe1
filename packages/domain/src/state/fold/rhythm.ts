// How often a device usually reports: the median of its last intervals. Until three are known, it
// is taken to report twice a day, so that a new device is not called silent too early.
import type { Settings } from '../../settings.ts'
import { HOUR_MS } from '../../time/local-time.ts'
import { median } from '../median.ts'

/** The last intervals between readings, ms, at most nine. */
export type Rhythm = readonly number[]

const KEPT = 9
const FEWEST = 3
const UNKNOWN_MS = 12 * HOUR_MS
/** Readings that share a message whose time the server stamped lie a millisecond apart. */
const SHORTEST_MS = 1000

export const rhythmWith = (rhythm: Rhythm, interval: number): Rhythm =>
  interval < SHORTEST_MS ? rhythm : [...rhythm, interval].slice(-KEPT)

export const usualIntervalMs = (rhythm: Rhythm): number =>
  rhythm.length < FEWEST ? UNKNOWN_MS : (median(rhythm) ?? UNKNOWN_MS)

/** Silent after this long without a reading. */
export const silentAfterMs = (rhythm: Rhythm, health: Settings['health']): number =>
  Math.round(
    Math.max(usualIntervalMs(rhythm) * health.silentIntervals, health.silentMinHours * HOUR_MS),
  )
