// What is new in a fleet: so that a reading of one container moves no other on the map.
import type { BinFeature } from './bin-features.ts'

export interface BinChanges {
  /** New, or other than before. */
  readonly add: BinFeature[]
  /** Ids. */
  readonly remove: string[]
}

export function binChanges(before: readonly BinFeature[], now: readonly BinFeature[]): BinChanges {
  const drawn = new Map(before.map((bin) => [bin.properties.id, bin]))
  const add: BinFeature[] = []
  for (const bin of now) {
    const was = drawn.get(bin.properties.id)
    if (was === undefined || !looksLike(was, bin)) add.push(bin)
    drawn.delete(bin.properties.id)
  }
  return { add, remove: [...drawn.keys()] }
}

const looksLike = (a: BinFeature, b: BinFeature): boolean =>
  a === b ||
  (a.properties.image === b.properties.image &&
    a.geometry.coordinates[0] === b.geometry.coordinates[0] &&
    a.geometry.coordinates[1] === b.geometry.coordinates[1])
