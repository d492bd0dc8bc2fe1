// How a container stands: a tilt that changes and stays so means that somebody moved it, or that it
// lies. A hand emptying or a shaken sensor changes it for one reading.
import type { Evidence } from '../../../alert/alert.ts'
import { HOUR_MS } from '../../../time/local-time.ts'
import { rounded } from '../../rounded.ts'

export interface Posture {
  /** Degrees: as it stood at its first readings, following slow changes. */
  readonly usualDeg: number
  readonly readings: number
  /** The last fill that was measured while it stood so. */
  readonly fillPct: number | null
  /** Otherwise since. */
  readonly off: { readonly since: number; readonly readings: number } | null
}

const LASTS_MS = 24 * HOUR_MS
const LASTS_READINGS = 6
/** After so long it is how it stands now. */
const USUAL_AFTER_MS = 14 * LASTS_MS
const LEARNT_READINGS = 12
/** With the level jumping at the same time a smaller tilt is enough. */
const LEVEL_JUMP_PCT = 25
const WITH_LEVEL = 0.5

export function postureAfter(
  before: Posture | null,
  at: number,
  tiltDeg: number,
  fillPct: number | null,
  limitDeg: number,
): Posture {
  if (before === null) return { usualDeg: tiltDeg, readings: 1, fillPct, off: null }
  const readings = Math.min(before.readings + 1, LEARNT_READINGS)
  const { usualDeg, off } = before
  const change = Math.abs(tiltDeg - usualDeg)
  if (change < limitDeg * WITH_LEVEL) {
    const followed = usualDeg + (tiltDeg - usualDeg) / Math.max(readings, 4) / 4
    return {
      ...{ usualDeg: rounded(followed, 3), readings, off: null },
      fillPct: fillPct ?? before.fillPct,
    }
  }
  if (off === null) return { ...before, readings, off: { since: at, readings: 1 } }
  if (at - off.since >= USUAL_AFTER_MS) return { usualDeg: tiltDeg, readings, fillPct, off: null }
  return { ...before, readings, off: { ...off, readings: off.readings + 1 } }
}

export function hasMoved(
  { usualDeg, readings, off, fillPct: fillBefore }: Posture,
  at: number,
  tiltDeg: number,
  fillPct: number | null,
  limitDeg: number,
): boolean {
  if (off === null || readings < LEARNT_READINGS) return false
  if (off.readings < LASTS_READINGS || at - off.since < LASTS_MS) return false
  const jumped =
    fillBefore !== null && fillPct !== null && Math.abs(fillPct - fillBefore) >= LEVEL_JUMP_PCT
  return Math.abs(tiltDeg - usualDeg) >= limitDeg * (jumped ? WITH_LEVEL : 1)
}

export const movedEvidence = (
  { usualDeg, off }: Posture,
  at: number,
  tiltDeg: number,
): Evidence => ({
  tilt_deg: rounded(tiltDeg),
  usual_tilt_deg: rounded(usualDeg),
  since_at: off?.since ?? at,
  at,
})
