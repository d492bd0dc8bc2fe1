import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { openExtract } from './extract-file.ts'
import { readBlock, type Visitor } from './read-block.ts'
import { extractOf, type Written } from './write-extract.fixture.ts'

const square = [
  [7, 4.7, 50.88, { place: 'town', name: 'Leuven' }],
  [9, 4.71, 50.88],
  [-3, 4.71, -50.89, { name: 'Lëuven – Łódź' }],
] as const

test.each([false, true])('nodes come back as they were written (one by one: %s)', async (plain) => {
  const { nodes } = await readBack({ nodes: square, plain })
  expect(nodes).toEqual([
    [7, 4.7, 50.88, { place: 'town', name: 'Leuven' }],
    [9, 4.71, 50.88, {}],
    [-3, 4.71, -50.89, { name: 'Lëuven – Łódź' }],
  ])
})

test('so do ways and relations, with their members in order', async () => {
  const big = 12_345_678_901
  const ways = [[big, [big, 7, 9, big], { highway: 'primary' }]] as const
  const members = [
    { kind: 'way', id: big, role: 'outer' },
    { kind: 'node', id: 3, role: '' },
    { kind: 'relation', id: 2, role: 'inner' },
  ] as const
  const back = await readBack({ ways, relations: [[1, members, { type: 'multipolygon' }]] })
  expect(back.ways).toEqual([[big, [big, 7, 9, big], { highway: 'primary' }]])
  expect(back.relations).toEqual([[1, members, { type: 'multipolygon' }]])
})

test('a block says what it has, so that it need not be read for the rest', () => {
  expect(readBlock(new Uint8Array(), {})).toEqual({ nodes: false, ways: false, relations: false })
})

async function readBack(written: Written) {
  using folder = temporaryFolder('extract')
  const file = join(folder.path, 'small.osm.pbf')
  writeFileSync(file, extractOf(written))
  const found = { nodes: [] as unknown[], ways: [] as unknown[], relations: [] as unknown[] }
  const visitor: Visitor = {
    node: (id, lon, lat, tags) =>
      found.nodes.push([id, rounded(lon), rounded(lat), Object.fromEntries(tags)]),
    way: (id, nodes, tags) => found.ways.push([id, nodes, Object.fromEntries(tags)]),
    relation: (id, members, tags) => found.relations.push([id, members, Object.fromEntries(tags)]),
  }
  await using extract = await openExtract(file)
  for await (const { bytes } of extract.blocks()) readBlock(bytes, visitor)
  return found
}

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7
