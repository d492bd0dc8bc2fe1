// What a sensor says of the empty bin, emptying after emptying. A floor that creeps one way is a
// sensor that drifts, slips from its holder or gathers dirt.
import type { Evidence } from '../../../alert/alert.ts'
import { median } from '../../median.ts'
import { rounded } from '../../rounded.ts'

export interface Floors {
  /** `knownAt` of the emptying that is being looked at, or was last. */
  readonly of: number | null
  /** The first values since, as the sensor said them. */
  readonly first: readonly number[]
  /** One an emptying, the newest last. */
  readonly floors: readonly number[]
}

export const noFloors: Floors = { of: null, first: [], floors: [] }

const VALUES = 3
/** A drift is told from so many. */
const MOST = 8

/** @param knownAt of the last full emptying; `value`: distance in mm, or where there is none fill in % */
export function floorsAfter(before: Floors, knownAt: number, value: number): Floors {
  const fresh = before.of === knownAt ? before : { ...before, of: knownAt, first: [] }
  if (fresh.first.length >= VALUES) return before
  const first = [...fresh.first, value]
  if (first.length < VALUES) return { ...fresh, first }
  const floor = median(first) ?? value
  return { ...fresh, first, floors: [...fresh.floors, floor].slice(-MOST) }
}

/** How far the floor went from the first of the last emptyings to the last of them; `undefined`: it wavers, or too few are known. */
export function driftOf({ floors }: Floors): number | undefined {
  if (floors.length < MOST) return undefined
  const early = floors.slice(0, VALUES)
  const late = floors.slice(-VALUES)
  const rises = Math.min(...late) > Math.max(...early)
  const falls = Math.max(...late) < Math.min(...early)
  return rises || falls ? (median(late) ?? 0) - (median(early) ?? 0) : undefined
}

export const driftEvidence = (
  { floors }: Floors,
  drift: number,
  unit: 'mm' | 'pct',
  at: number,
): Evidence => ({
  field: unit === 'mm' ? 'distance_mm' : 'fill_pct',
  drift: Math.abs(rounded(drift)),
  unit,
  emptyings: floors.length,
  at,
})
