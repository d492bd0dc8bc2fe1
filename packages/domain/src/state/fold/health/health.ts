// What a device's own readings say of its health, reading by reading: a fold of bounded size beside
// the fill. Silence, lost echoes and fire have their own files.
import type { EpisodeBook } from '../../../alert/episode-book.ts'
import type { Reading } from '../../../reading/reading.ts'
import type { Settings } from '../../../settings.ts'
import { DAY_MS } from '../../../time/local-time.ts'
import { rounded } from '../../rounded.ts'
import type { Calibration } from '../calibration.ts'
import { type BatteryTrend, batteryAfter, noBattery } from './battery-trend.ts'
import { driftEvidence, driftOf, type Floors, floorsAfter, noFloors } from './floors.ts'
import { type Frozen, frozenAfter, frozenEvidence, isFrozen } from './frozen.ts'
import {
  type Impossible,
  impossibleAfter,
  nothingImpossible,
  seldomNow,
  tooOften,
} from './impossible.ts'
import { hasMoved, movedEvidence, type Posture, postureAfter } from './posture.ts'
import { isCalm, isHopeless, isRestless, type Restless, restlessAfter } from './restless.ts'

export interface Health {
  readonly fill: Frozen | null
  readonly temp: Frozen | null
  readonly rh: Frozen | null
  readonly restless: Restless | null
  readonly impossible: Impossible
  readonly battery: BatteryTrend
  readonly posture: Posture | null
  readonly floors: Floors
  /** Why the fill sensor is not to be believed; `null`: nothing against it. */
  readonly fault: FillFault | null
}

export type FillFault = 'stuck' | 'noisy' | 'impossible' | 'moved'

export const unknownHealth: Health = {
  fill: null,
  temp: null,
  rh: null,
  restless: null,
  impossible: nothingImpossible,
  battery: noBattery,
  posture: null,
  floors: noFloors,
  fault: null,
}

export const HEALTH_KINDS = [
  'stuck',
  'noisy',
  'drifting',
  'impossible',
  'battery_ends',
  'moved',
] as const

/** So much must the box warm or cool before a distance or a humidity that stays the same is odd. */
const TEMP_SWING_K = 5
const RH_SWING_PCT = 15
/**
 * A full bin says the same for as long as it is full, and so does a fill in percent at 0. The distance to
 * an empty floor wavers, but nobody may come for days: it must last so much longer.
 */
const ENDS_PCT = { empty: 2, full: 95 }
const EMPTY_TIMES = 2

/** What else a reading is judged beside. */
export interface Judged {
  /** The fill that this reading alone says; `null`: none. */
  readonly fillPct: number | null
  readonly calibration: Calibration | null
  /** `knownAt` of the last full emptying. */
  readonly emptiedKnownAt: number | null
}

export function healthAfter(
  before: Health,
  reading: Reading,
  judged: Judged,
  book: EpisodeBook,
  settings: Settings['health'],
): Health {
  const health = measured(before, reading, judged, settings)
  const { observedAt: at, batteryV } = reading
  const stuck = noteStuck(health, at, judged, book, settings)
  const noisy = noteNoisy(health, at, book, settings)
  const impossible = noteImpossible(health, at, book, settings)
  const moved = noteMoved(health, reading, judged, book, settings)
  if (health.floors !== before.floors) noteDrift(health, at, judged, book, settings)
  if (batteryV !== null) noteBattery(health, at, book, settings)
  const fault = stuck ?? moved ?? impossible ?? noisy ?? null
  return { ...health, fault }
}

function measured(
  before: Health,
  reading: Reading,
  { fillPct, calibration, emptiedKnownAt }: Judged,
  { tiltDeg: limitDeg, batteryLowV }: Settings['health'],
): Health {
  const { observedAt: at, tempC, rhPct, tiltDeg, batteryV, distanceMm } = reading
  const raw = distanceMm ?? fillPct
  const beyondFloor = calibration !== null && distanceMm !== null && fillPct === null
  return {
    ...before,
    fill: raw === null || fillPct === null ? before.fill : frozenAfter(before.fill, at, raw, tempC),
    temp: tempC === null ? before.temp : frozenAfter(before.temp, at, tempC, rhPct),
    rh: rhPct === null ? before.rh : frozenAfter(before.rh, at, rhPct, tempC),
    restless: fillPct === null ? before.restless : restlessAfter(before.restless, fillPct),
    impossible: impossibleAfter(before.impossible, reading, beyondFloor),
    battery:
      batteryV === null
        ? before.battery
        : batteryAfter(before.battery, at, batteryV, tempC, batteryLowV),
    posture:
      tiltDeg === null
        ? before.posture
        : postureAfter(before.posture, at, tiltDeg, fillPct, limitDeg),
    floors:
      raw === null || fillPct === null || emptiedKnownAt === null
        ? before.floors
        : floorsAfter(before.floors, emptiedKnownAt, raw),
  }
}

function noteStuck(
  { fill, temp, rh }: Health,
  at: number,
  { fillPct, calibration }: Judged,
  book: EpisodeBook,
  { stuckHours }: Settings['health'],
): 'stuck' | undefined {
  const empty = fillPct !== null && fillPct <= ENDS_PCT.empty
  const tells = fillPct !== null && fillPct < ENDS_PCT.full && !(empty && calibration === null)
  const times = empty ? EMPTY_TIMES : 1
  const fillStuck = tells && fill?.at === at && isFrozen(fill, TEMP_SWING_K, stuckHours, times)
  const rhStuck = rh !== null && rh.value < 99 && isFrozen(rh, TEMP_SWING_K, stuckHours)
  const tempStuck = temp?.moved !== null && isFrozen(temp, RH_SWING_PCT, stuckHours)
  if (fillStuck)
    book.raise('stuck', at, frozenEvidence(calibration ? 'distance_mm' : 'fill_pct', fill))
  else if (rhStuck) book.raise('stuck', at, frozenEvidence('rh_pct', rh))
  else if (tempStuck && temp !== null) book.raise('stuck', at, frozenEvidence('temp_c', temp))
  else if (book.isOpen('stuck')) book.clear('stuck', at)
  return fillStuck ? 'stuck' : undefined
}

function noteNoisy(
  { restless }: Health,
  at: number,
  book: EpisodeBook,
  { noisyShare }: Settings['health'],
): 'noisy' | undefined {
  if (isRestless(restless, noisyShare))
    book.raise('noisy', at, { leaps_pct: rounded(100 * (restless?.share ?? 0)), at })
  else if (book.isOpen('noisy') && isCalm(restless, noisyShare)) book.clear('noisy', at)
  return isHopeless(restless, noisyShare) ? 'noisy' : undefined
}

function noteImpossible(
  { impossible }: Health,
  at: number,
  book: EpisodeBook,
  { impossibleShare }: Settings['health'],
): 'impossible' | undefined {
  const group = tooOften(impossible, impossibleShare)
  if (group !== undefined)
    book.raise('impossible', at, { field: group, share_pct: rounded(100 * impossible[group]), at })
  else if (book.isOpen('impossible') && seldomNow(impossible, impossibleShare))
    book.clear('impossible', at)
  return impossible.fill >= impossibleShare ? 'impossible' : undefined
}

function noteMoved(
  { posture }: Health,
  { observedAt: at, tiltDeg }: Reading,
  { fillPct }: Judged,
  book: EpisodeBook,
  { tiltDeg: limitDeg }: Settings['health'],
): 'moved' | undefined {
  if (posture !== null && tiltDeg !== null) {
    if (hasMoved(posture, at, tiltDeg, fillPct, limitDeg))
      book.raise('moved', at, movedEvidence(posture, at, tiltDeg))
    else if (posture.off === null) book.clear('moved', at)
  }
  return book.isOpen('moved') ? 'moved' : undefined
}

function noteDrift(
  { floors }: Health,
  at: number,
  { calibration }: Judged,
  book: EpisodeBook,
  { driftPct }: Settings['health'],
): void {
  const drift = driftOf(floors)
  const span = calibration === null ? 100 : calibration.emptyMm - calibration.fullMm
  const pct = drift === undefined ? 0 : (100 * Math.abs(drift)) / span
  if (drift !== undefined && pct >= driftPct)
    book.raise('drifting', at, driftEvidence(floors, drift, calibration ? 'mm' : 'pct', at))
  else if (pct < driftPct / 2) book.clear('drifting', at)
}

function noteBattery(
  { battery }: Health,
  at: number,
  book: EpisodeBook,
  { batteryWarnDays }: Settings['health'],
): void {
  const { endsAt } = battery
  const days = endsAt === null ? Number.POSITIVE_INFINITY : (endsAt - at) / DAY_MS
  if (endsAt !== null && days <= batteryWarnDays)
    book.raise('battery_ends', at, { ends_at: endsAt, days: Math.max(Math.round(days), 0), at })
  else if (days > batteryWarnDays * 1.5) book.clear('battery_ends', at)
}
