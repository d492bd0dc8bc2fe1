// A small extract as tests need it: the same format, written by hand.
import { deflateSync } from 'node:zlib'
import { PbfWriter } from 'pbf'
import type { Member } from './read-block.ts'

export interface Written {
  readonly nodes?: readonly (readonly [
    id: number,
    lon: number,
    lat: number,
    tags?: Readonly<Record<string, string>>,
  ])[]
  readonly ways?: readonly (readonly [
    id: number,
    nodes: readonly number[],
    tags?: Readonly<Record<string, string>>,
  ])[]
  readonly relations?: readonly (readonly [
    id: number,
    members: readonly Member[],
    tags?: Readonly<Record<string, string>>,
  ])[]
  /** Nodes one by one instead of as columns. */
  readonly plain?: boolean
  readonly wants?: readonly string[]
}

/** The file's bytes. Nodes, ways and relations each have a block of their own. */
export function extractOf({
  nodes = [],
  ways = [],
  relations = [],
  plain = false,
  wants,
}: Written): Buffer {
  const header = new PbfWriter()
  for (const feature of wants ?? ['OsmSchema-V0.6', 'DenseNodes'])
    header.writeStringField(4, feature)
  const blobs = [blob('OSMHeader', header.finish())]
  if (nodes.length > 0)
    blobs.push(block((text, group) => writeNodes(nodes, { text, group, plain })))
  if (ways.length > 0)
    blobs.push(
      block((text, group) => {
        for (const [id, refs, tags = {}] of ways)
          group.writeMessage(
            3,
            (_, way) => {
              way.writeVarintField(1, id)
              writeTags(way, text, tags)
              way.writePackedSVarint(8, steps(refs))
            },
            null,
          )
      }),
    )
  if (relations.length > 0)
    blobs.push(
      block((text, group) => {
        for (const [id, members, tags = {}] of relations)
          group.writeMessage(
            4,
            (_, relation) => {
              relation.writeVarintField(1, id)
              writeTags(relation, text, tags)
              relation.writePackedVarint(
                8,
                members.map(({ role }) => text(role)),
              )
              relation.writePackedSVarint(9, steps(members.map((member) => member.id)))
              relation.writePackedVarint(
                10,
                members.map(({ kind }) => KINDS.indexOf(kind)),
              )
            },
            null,
          )
      }),
    )
  return Buffer.concat(blobs)
}

const KINDS = ['node', 'way', 'relation']
/** Stored in units of 100 nanodegrees. */
const stored = (degrees: number) => Math.round(degrees * 1e7)
type Text = (words: string) => number

interface Columns {
  readonly text: Text
  readonly group: PbfWriter
  readonly plain: boolean
}

function writeNodes(nodes: NonNullable<Written['nodes']>, { text, group, plain }: Columns): void {
  if (plain)
    for (const [id, lon, lat, tags = {}] of nodes)
      group.writeMessage(
        1,
        (_, node) => {
          node.writeSVarintField(1, id)
          writeTags(node, text, tags)
          node.writeSVarintField(8, stored(lat))
          node.writeSVarintField(9, stored(lon))
        },
        null,
      )
  else
    group.writeMessage(
      2,
      (_, dense) => {
        dense.writePackedSVarint(1, steps(nodes.map(([id]) => id)))
        dense.writePackedSVarint(8, steps(nodes.map(([, , lat]) => stored(lat))))
        dense.writePackedSVarint(9, steps(nodes.map(([, lon]) => stored(lon))))
        dense.writePackedVarint(
          10,
          nodes.flatMap(([, , , tags = {}]) => [...Object.entries(tags).flat().map(text), 0]),
        )
      },
      null,
    )
}

function writeTags(pbf: PbfWriter, text: Text, tags: Readonly<Record<string, string>>): void {
  pbf.writePackedVarint(2, Object.keys(tags).map(text))
  pbf.writePackedVarint(3, Object.values(tags).map(text))
}

const steps = (values: readonly number[]) =>
  values.map((value, index) => value - (values[index - 1] ?? 0))

function block(write: (text: Text, group: PbfWriter) => void): Buffer {
  // Number 0 is the end of a node's tags.
  const strings = ['']
  const text: Text = (words) => {
    if (!strings.includes(words)) strings.push(words)
    return strings.indexOf(words)
  }
  const group = new PbfWriter()
  write(text, group)
  const whole = new PbfWriter()
  whole.writeMessage(
    1,
    (_, table) => {
      for (const words of strings) table.writeBytesField(1, Buffer.from(words))
    },
    null,
  )
  whole.writeBytesField(2, group.finish())
  return blob('OSMData', whole.finish())
}

function blob(kind: string, content: Uint8Array): Buffer {
  const body = new PbfWriter()
  body.writeVarintField(2, content.length)
  body.writeBytesField(3, deflateSync(content))
  const packed = body.finish()
  const header = new PbfWriter()
  header.writeStringField(1, kind)
  header.writeVarintField(3, packed.length)
  const head = header.finish()
  const length = Buffer.alloc(4)
  length.writeUInt32BE(head.length)
  return Buffer.concat([length, head, packed])
}
