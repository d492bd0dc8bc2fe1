// Names of towns and what is in them (https://wiki.openstreetmap.org/wiki/Key:place).
import type { Tags } from '../osm/read-block.ts'
import type { Meaning } from './feature.ts'

/** From where on it is named, and how many live there where nobody says. */
const PLACES: Readonly<Record<string, readonly [from: number, people: number]>> = {
  city: [6, 100_000],
  town: [8, 15_000],
  village: [10, 2_000],
  suburb: [11, 5_000],
  quarter: [12, 2_000],
  hamlet: [12, 200],
  neighbourhood: [13, 500],
  isolated_dwelling: [14, 5],
}

export function meaningOfPlace(tags: Tags): Meaning | undefined {
  const kind = tags.get('place') ?? ''
  const [place, name] = [PLACES[kind], tags.get('name')]
  if (place === undefined || name === undefined) return undefined
  const [from, people] = place
  const counted = Number.parseInt(tags.get('population') ?? '', 10)
  const rank = rankOf(counted > 0 ? counted : people)
  return { layer: 'place', properties: { kind, rank }, name, from, nameFrom: from }
}

/** 1 for the largest, 20 for a house alone: a step is a factor of 2. */
const rankOf = (people: number): number =>
  Math.min(20, Math.max(1, 21 - Math.floor(Math.log2(people))))
