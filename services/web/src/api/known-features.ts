// A container that is as it was stays the same object: who draws it sees that at once.
import type { Fleet } from '@bakwacht/api/contract'

/** The new fleet, made of the old one's features where they are the same. */
export function withKnown(before: Fleet | undefined, now: Fleet): Fleet {
  const known = new Map(before?.features.map((feature) => [feature.id, feature]))
  const features = now.features.map((feature) => {
    const was = known.get(feature.id)
    return was !== undefined && isSame(was, feature) ? was : feature
  })
  return { ...now, features }
}

/** What JSON can say. */
function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (!isTree(a) || !isTree(b)) return false
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]))
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
