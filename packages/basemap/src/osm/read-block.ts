// What is in a block of an extract: nodes, ways and relations with their tags. Only what the visitor asks for is read.
import { PbfReader } from 'pbf'

export type Tags = ReadonlyMap<string, string>

export interface Member {
  readonly kind: 'node' | 'way' | 'relation'
  readonly id: number
  readonly role: string
}

export interface Visitor {
  /** Longitude and latitude in degrees. */
  node?(id: number, lon: number, lat: number, tags: Tags): void
  way?(id: number, nodes: readonly number[], tags: Tags): void
  relation?(id: number, members: readonly Member[], tags: Tags): void
}

/** Which of them a block has, so that it need not be read for others. */
export interface Kinds {
  nodes: boolean
  ways: boolean
  relations: boolean
}

const NO_TAGS: Tags = new Map()
const NANODEGREES = 1e-9
const MEMBER_KINDS = ['node', 'way', 'relation'] as const

export function readBlock(bytes: Uint8Array, visitor: Visitor): Kinds {
  const pbf = new PbfReader(bytes)
  const block = pbf.readFields<Frame>(readFrame, {
    ...{ strings: [], groups: [] },
    ...{ granularity: 100, lonOffset: 0, latOffset: 0 },
  })
  const kinds: Kinds = { nodes: false, ways: false, relations: false }
  for (const [start, end] of block.groups) {
    pbf.pos = start
    pbf.readFields((field) => readPart(field, pbf, { block, visitor, kinds }), undefined, end)
  }
  return kinds
}

interface Frame {
  strings: Uint8Array[]
  groups: [start: number, end: number][]
  granularity: number
  lonOffset: number
  latOffset: number
}

function readFrame(field: number, frame: Frame, pbf: PbfReader): void {
  if (field === 1)
    pbf.readMessage((inner, strings) => {
      if (inner === 1) strings.push(pbf.readBytes())
    }, frame.strings)
  else if (field === 2) {
    const length = pbf.readVarint()
    frame.groups.push([pbf.pos, pbf.pos + length])
    pbf.pos += length
  } else if (field === 17) frame.granularity = pbf.readVarint()
  else if (field === 19) frame.latOffset = pbf.readVarint(true)
  else if (field === 20) frame.lonOffset = pbf.readVarint(true)
}

interface Reading {
  readonly block: Frame
  readonly visitor: Visitor
  readonly kinds: Kinds
}

function readPart(field: number, pbf: PbfReader, { block, visitor, kinds }: Reading): void {
  if (field === 1 || field === 2) {
    kinds.nodes = true
    if (visitor.node === undefined) return
    if (field === 1) readNode(pbf, block, visitor.node)
    else readDenseNodes(pbf, block, visitor.node)
  } else if (field === 3) {
    kinds.ways = true
    if (visitor.way !== undefined) readWay(pbf, block, visitor.way)
  } else if (field === 4) {
    kinds.relations = true
    if (visitor.relation !== undefined) readRelation(pbf, block, visitor.relation)
  }
}

interface Part {
  id: number
  keys: number[]
  values: number[]
  /** Differences to the one before: a way's nodes, a relation's members. */
  steps: number[]
  roles: number[]
  kinds: number[]
  lat: number
  lon: number
}

const readFieldsOf = (pbf: PbfReader, read: (field: number, part: Part) => void): Part =>
  pbf.readMessage<Part>(
    (field, part) => {
      if (field === 2) pbf.readPackedVarint(part.keys)
      else if (field === 3) pbf.readPackedVarint(part.values)
      else read(field, part)
    },
    { id: 0, keys: [], values: [], steps: [], roles: [], kinds: [], lat: 0, lon: 0 },
  )

function readNode(pbf: PbfReader, block: Frame, visit: NonNullable<Visitor['node']>): void {
  const { id, lon, lat, keys, values } = readFieldsOf(pbf, (field, part) => {
    if (field === 1) part.id = pbf.readSVarint()
    else if (field === 8) part.lat = pbf.readSVarint()
    else if (field === 9) part.lon = pbf.readSVarint()
  })
  visit(
    id,
    degrees(lon, block, block.lonOffset),
    degrees(lat, block, block.latOffset),
    tagsOf(block, keys, values),
  )
}

function readWay(pbf: PbfReader, block: Frame, visit: NonNullable<Visitor['way']>): void {
  const { id, steps, keys, values } = readFieldsOf(pbf, (field, part) => {
    if (field === 1) part.id = pbf.readVarint()
    else if (field === 8) pbf.readPackedSVarint(part.steps)
  })
  visit(id, summed(steps), tagsOf(block, keys, values))
}

function readRelation(pbf: PbfReader, block: Frame, visit: NonNullable<Visitor['relation']>): void {
  const { id, steps, roles, kinds, keys, values } = readFieldsOf(pbf, (field, part) => {
    if (field === 1) part.id = pbf.readVarint()
    else if (field === 8) pbf.readPackedVarint(part.roles)
    else if (field === 9) pbf.readPackedSVarint(part.steps)
    else if (field === 10) pbf.readPackedVarint(part.kinds)
  })
  const members = summed(steps).map((member, index) => ({
    kind: MEMBER_KINDS[kinds[index] ?? 0] ?? 'node',
    id: member,
    role: textOf(block, roles[index]),
  }))
  visit(id, members, tagsOf(block, keys, values))
}

/** Nodes as columns of differences; keys and values of all of them in one row, parted by zeros. */
function readDenseNodes(pbf: PbfReader, block: Frame, visit: NonNullable<Visitor['node']>): void {
  const { ids, lats, lons, tags } = pbf.readMessage(
    (field, columns) => {
      if (field === 1) pbf.readPackedSVarint(columns.ids)
      else if (field === 8) pbf.readPackedSVarint(columns.lats)
      else if (field === 9) pbf.readPackedSVarint(columns.lons)
      else if (field === 10) pbf.readPackedVarint(columns.tags)
    },
    { ids: [] as number[], lats: [] as number[], lons: [] as number[], tags: [] as number[] },
  )
  let [id, lat, lon, at] = [0, 0, 0, 0]
  for (const [index, step] of ids.entries()) {
    id += step
    lat += lats[index] ?? 0
    lon += lons[index] ?? 0
    const keys: number[] = []
    const values: number[] = []
    for (; at < tags.length && tags[at] !== 0; at += 2) {
      keys.push(tags[at] ?? 0)
      values.push(tags[at + 1] ?? 0)
    }
    at++
    visit(
      id,
      degrees(lon, block, block.lonOffset),
      degrees(lat, block, block.latOffset),
      tagsOf(block, keys, values),
    )
  }
}

const degrees = (value: number, { granularity }: Frame, offset: number): number =>
  NANODEGREES * (offset + granularity * value)

function summed(steps: number[]): readonly number[] {
  for (let index = 1; index < steps.length; index++)
    steps[index] = (steps[index] ?? 0) + (steps[index - 1] ?? 0)
  return steps
}

function tagsOf(block: Frame, keys: readonly number[], values: readonly number[]): Tags {
  if (keys.length === 0) return NO_TAGS
  return new Map(keys.map((key, index) => [textOf(block, key), textOf(block, values[index])]))
}

const decoder = new TextDecoder()
function textOf({ strings }: Frame, index: number | undefined): string {
  return decoder.decode(strings[index ?? 0])
}
