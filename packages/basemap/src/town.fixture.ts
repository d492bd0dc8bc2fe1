// A small town: a motorway past it, two streets that meet, a park, and a lake whose border is made of two ways,
// with an island in it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cutBasemap } from './cut-basemap.ts'
import { extractOf, type Written } from './osm/write-extract.fixture.ts'

export const TOWN: Written = {
  nodes: [
    [1, 4.6, 50.87],
    [2, 4.8, 50.89],
    [3, 4.7, 50.88, { place: 'town', name: 'Leuven', population: '102851' }],
    [4, 4.7, 50.88],
    [5, 4.701, 50.8804],
    [6, 4.702, 50.8802],
    [11, 4.71, 50.88],
    [12, 4.72, 50.88],
    [13, 4.72, 50.89],
    [14, 4.71, 50.89],
    [21, 4.713, 50.883],
    [22, 4.717, 50.883],
    [23, 4.717, 50.887],
    [31, 4.69, 50.875],
    [32, 4.695, 50.875],
    [33, 4.695, 50.878],
  ],
  ways: [
    [1, [1, 2], { highway: 'motorway', ref: 'E314' }],
    [2, [4, 5], { highway: 'residential', name: 'Bondgenotenlaan' }],
    [3, [6, 5], { highway: 'residential', name: 'Bondgenotenlaan' }],
    [4, [11, 12, 13]],
    [5, [11, 14, 13]],
    [6, [21, 22, 23, 21]],
    [7, [31, 32, 33, 31], { leisure: 'park', name: 'Stadspark' }],
    [8, [31, 32, 999], { building: 'yes' }],
  ],
  relations: [
    [
      1,
      [
        { kind: 'way', id: 4, role: 'outer' },
        { kind: 'way', id: 5, role: 'outer' },
        { kind: 'way', id: 6, role: 'inner' },
      ],
      { type: 'multipolygon', natural: 'water' },
    ],
  ],
}

/** As an import of the town leaves it. @param hash another one is another map */
export async function importTown(dataDir: string, hash = 'town'): Promise<void> {
  const file = join(dataDir, 'town.osm.pbf')
  writeFileSync(file, extractOf(TOWN))
  await using cut = await cutBasemap({ file, dataDir, hash })
  await cut.use()
}
