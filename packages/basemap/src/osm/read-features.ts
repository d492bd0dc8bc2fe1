// What an extract has of the ground: roads, water, green and places. It has nodes before ways before relations,
// and each needs those before; so it is read four times, and only what is drawn is ever in memory.
import type { Feature, Meaning } from '../ground/feature.ts'
import { meaningOfArea } from '../ground/meaning-of-area.ts'
import { meaningOfLine } from '../ground/meaning-of-line.ts'
import { meaningOfPlace } from '../ground/meaning-of-place.ts'
import { xOf, yOf } from '../ground/mercator.ts'
import { areasOf } from '../ground/rings.ts'
import type { ExtractFile } from './extract-file.ts'
import { joinRings } from './join-rings.ts'
import { NodeIds, type Positions } from './positions.ts'
import { type Kinds, type Member, readBlock, type Tags, type Visitor } from './read-block.ts'

export interface Reading {
  readonly take: (feature: Feature) => void
  /** Called between blocks; may throw to end it. */
  readonly onProgress: (share: number, doing: string) => void
}

/** @throws BadExtract */
export async function readFeatures(extract: ExtractFile, reading: Reading): Promise<void> {
  const pass = passesOver(extract, reading)
  const areas = await readAreas(pass)
  const borders = new Map<number, readonly number[]>()
  for (const id of areas.flatMap(({ outer, inner }) => [...outer, ...inner])) borders.set(id, [])

  const ids = new NodeIds()
  await pass('ways', 'reading ways', {
    way(id, nodes, tags) {
      if (borders.has(id)) borders.set(id, nodes)
      if (borders.has(id) || meaningOfWay(nodes, tags) !== undefined) ids.add(nodes)
    },
  })
  const positions = ids.sorted()
  await pass('nodes', 'reading nodes', {
    node(id, lon, lat, tags) {
      positions.set(id, xOf(lon), yOf(lat))
      const meaning = tags.size === 0 ? undefined : meaningOfPlace(tags)
      if (meaning !== undefined)
        reading.take({ meaning, shape: { kind: 'point', points: [xOf(lon), yOf(lat)] } })
    },
  })
  for (const area of areas) takeArea(area, { borders, positions, take: reading.take })
  await pass('ways', 'cutting tiles', {
    way(_, nodes, tags) {
      for (const feature of featuresOfWay(nodes, tags, positions)) reading.take(feature)
    },
  })
}

type Pass = (kind: keyof Kinds, doing: string, visitor: Visitor) => Promise<void>

/** How the time goes, roughly. */
const BEGINS_AT = {
  'reading areas': 0,
  'reading ways': 0.04,
  'reading nodes': 0.14,
  'cutting tiles': 0.18,
}

/** The first pass reads the whole file and learns which blocks have what; those after it skip the others. */
function passesOver(extract: ExtractFile, { onProgress }: Reading): Pass {
  const known: Kinds[] = []
  return async (kind, doing, visitor) => {
    const begin = BEGINS_AT[doing as keyof typeof BEGINS_AT]
    const end = Object.values(BEGINS_AT).find((share) => share > begin) ?? 1
    for await (const { blob, bytes } of extract.blocks((blob) => known[blob]?.[kind] ?? true)) {
      onProgress(begin + ((end - begin) * blob) / extract.blobs, doing)
      known[blob] = readBlock(bytes, visitor)
    }
  }
}

/** An area whose border is made of several ways. */
interface Area {
  readonly meaning: Meaning
  readonly outer: readonly number[]
  readonly inner: readonly number[]
}

async function readAreas(pass: Pass): Promise<Area[]> {
  const areas: Area[] = []
  await pass('relations', 'reading areas', {
    relation(_, members, tags) {
      const meaning = tags.get('type') === 'multipolygon' ? meaningOfArea(tags) : undefined
      if (meaning !== undefined)
        areas.push({ meaning, outer: waysIn(members, false), inner: waysIn(members, true) })
    },
  })
  return areas
}

const waysIn = (members: readonly Member[], inner: boolean): number[] =>
  members
    .filter(({ kind, role }) => kind === 'way' && (role === 'inner') === inner)
    .map(({ id }) => id)

interface Known {
  readonly borders: ReadonlyMap<number, readonly number[]>
  readonly positions: Positions
  readonly take: Reading['take']
}

function takeArea({ meaning, outer, inner }: Area, { borders, positions, take }: Known): void {
  const ringsOf = (ways: readonly number[]) =>
    joinRings(ways.map((id) => borders.get(id) ?? [])).flatMap((ring) => wholeRing(ring, positions))
  for (const rings of areasOf(ringsOf(outer), ringsOf(inner)))
    take({ meaning, shape: { kind: 'area', rings } })
}

/** A ring that is not whole is none: at the extract's rim nodes may be missing. */
function wholeRing(nodes: readonly number[], positions: Positions): number[][] {
  const lines = positions.lines(nodes)
  return lines[0]?.length === 2 * nodes.length ? lines : []
}

const isClosed = (nodes: readonly number[]) => nodes.length > 3 && nodes[0] === nodes.at(-1)

const meaningOfWay = (nodes: readonly number[], tags: Tags): Meaning | undefined =>
  meaningOfLine(tags) ?? (isClosed(nodes) ? meaningOfArea(tags) : undefined)

function featuresOfWay(nodes: readonly number[], tags: Tags, positions: Positions): Feature[] {
  const meaning = meaningOfWay(nodes, tags)
  if (meaning === undefined) return []
  if (meaning.layer === 'water' || meaning.layer === 'green')
    return wholeRing(nodes, positions).map((ring) => ({
      meaning,
      shape: { kind: 'area', rings: [ring] },
    }))
  return positions
    .lines(nodes)
    .filter((points) => points.length >= 4)
    .map((points) => ({ meaning, shape: { kind: 'line', points } }))
}
