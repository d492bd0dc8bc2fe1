// From single readings to the distance of an empty or a full container: never by one echo alone where
// there are more, and by none that was doubtful.
import type { ContainerState } from '@bakwacht/api/contract'

type Reading = ContainerState['readings'][number]

export interface Echo {
  readonly ts: string
  readonly distanceMm: number
}

/** Readings with a distance that can be one; not believed yet is no fault: the level may have just changed. */
export const echoesOf = (readings: readonly Reading[]): readonly Echo[] =>
  readings
    .filter(({ doubt }) => doubt === null || doubt.code === 'unconfirmed')
    .flatMap(({ ts, distance_mm: distanceMm }) => (distanceMm === null ? [] : [{ ts, distanceMm }]))
    .toReversed()

/** Echoes as far apart as this may be of one level. */
const SAME_MM = 80
const MOST = 3

/** The newest echo, and those just before it that agree. @param echoes newest first */
export function newestAlike(echoes: readonly Echo[]): readonly Echo[] {
  const [newest] = echoes
  if (newest === undefined) return []
  const other = echoes.findIndex(
    ({ distanceMm }) => Math.abs(distanceMm - newest.distanceMm) > SAME_MM,
  )
  return echoes.slice(0, other === -1 ? MOST : Math.min(other, MOST))
}

/** The middle one, mm; of two their mean. `null` of none. */
export function middleMm(echoes: readonly Echo[]): number | null {
  const sorted = echoes.map(({ distanceMm }) => distanceMm).sort((a, b) => a - b)
  const low = sorted[Math.floor((sorted.length - 1) / 2)]
  const high = sorted[Math.floor(sorted.length / 2)]
  return low === undefined || high === undefined ? null : Math.round((low + high) / 2)
}
