// Values that cannot be: how many of a sensor's last readings had one, told apart by what the sensor
// is for. A wild temperature says nothing against the distance.
import { hasFlag, type QualityFlag } from '../../../reading/quality-flag.ts'
import type { Reading } from '../../../reading/reading.ts'
import { rounded } from '../../rounded.ts'

export interface Impossible {
  /** Shares of the last readings, the newest weighing most, 0–1. */
  readonly fill: number
  readonly air: number
  readonly other: number
}

export const nothingImpossible: Impossible = { fill: 0, air: 0, other: 0 }

/** Shares over about so many readings. */
const READINGS = 48
const OVER_SHARE = 0.3

const FLAGS = {
  fill: ['distance_impossible', 'fill_impossible'],
  air: ['temp_impossible', 'rh_impossible'],
  other: ['battery_impossible', 'tilt_impossible', 'lid_opens_impossible', 'rssi_impossible'],
} as const satisfies Record<keyof Impossible, readonly QualityFlag[]>
const GROUPS = ['fill', 'air', 'other'] as const

/** @param beyondFloor a distance that is longer than the container is deep */
export function impossibleAfter(
  before: Impossible,
  { flags }: Reading,
  beyondFloor: boolean,
): Impossible {
  const wrong = (group: keyof Impossible) =>
    (group === 'fill' && beyondFloor) || FLAGS[group].some((flag) => hasFlag(flags, flag))
  const after = (group: keyof Impossible) => {
    const share = before[group]
    const is = wrong(group)
    if (!is && share < 0.001) return 0
    return rounded(share + (Number(is) - share) / READINGS, 5)
  }
  return { fill: after('fill'), air: after('air'), other: after('other') }
}

/** Which values are wrong too often; `undefined`: none. */
export const tooOften = (
  shares: Impossible,
  impossibleShare: number,
): keyof Impossible | undefined => GROUPS.find((group) => shares[group] >= impossibleShare)

export const seldomNow = (shares: Impossible, impossibleShare: number): boolean =>
  GROUPS.every((group) => shares[group] < impossibleShare * OVER_SHARE)
