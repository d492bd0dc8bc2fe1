import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { silentLog } from '@bakwacht/runtime'
import { temporaryFolder } from '@bakwacht/test-support'
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import { type CutOptions, cutBasemap } from './cut-basemap.ts'
import { type Basemap, openBasemap } from './open-basemap.ts'
import { BadExtract } from './osm/bad-extract.ts'
import { extractOf, type Written } from './osm/write-extract.fixture.ts'
import { TOWN } from './town.fixture.ts'

describe('a town', () => {
  test('has its facts', async () => {
    await using town = await imported(TOWN)
    expect(town.map.facts()).toEqual({
      identity: 'hash-1',
      bounds: [4.6, 50.87, 4.8, 50.89],
      ...{ minZoom: 6, maxZoom: 14, attribution: '© OpenStreetMap contributors' },
    })
  })

  test('is seen from afar by its name and the motorway alone', async () => {
    await using town = await imported(TOWN)
    const from8 = layersAt(town.map, 8, 4.7, 50.88)
    expect(Object.keys(from8)).toEqual(['water', 'road', 'place'])
    expect(from8.place?.[0]?.properties).toEqual({ kind: 'town', rank: 5, name: 'Leuven' })
    expect(from8.road?.map(({ properties }) => properties)).toEqual([{ class: 'motorway' }])
    expect(layersAt(town.map, 6, 4.7, 50.88)).toMatchObject({ road: [{}] })
  })

  test('shows its streets from nearby, joined where they meet, with their name', async () => {
    await using town = await imported(TOWN)
    const { road = [], green = [] } = layersAt(town.map, 14, 4.701, 50.8802)
    const street = road.find(({ properties }) => properties.name === 'Bondgenotenlaan')
    expect(street?.properties).toEqual({ class: 'minor', name: 'Bondgenotenlaan' })
    expect(pointsOf(street)).toEqual([
      [4.7, 50.88],
      [4.701, 50.8804],
      [4.702, 50.8802],
    ])
    expect(green.map(({ properties }) => properties)).toEqual([{ class: 'park' }])
  })

  test('has a lake with its island, whatever the zoom', async () => {
    await using town = await imported(TOWN)
    for (const z of [12, 13]) {
      const [lake] = layersAt(town.map, z, 4.712, 50.882).water ?? []
      const geometry = lake?.toGeoJSON(0, 0, 0).geometry
      expect(geometry?.type).toBe('Polygon')
      expect((geometry as { coordinates: unknown[] }).coordinates).toHaveLength(2)
    }
  })

  test('may be cut off by the rim: a lake with a node missing is left out, a street is not drawn through the gap', async () => {
    const nodes = (TOWN.nodes ?? []).filter(([id]) => id !== 14 && id !== 5)
    await using town = await imported({ ...TOWN, nodes })
    const { water, road = [] } = layersAt(town.map, 14, 4.701, 50.8802)
    expect(water).toBeUndefined()
    expect(road.map(({ properties }) => properties.class)).toEqual(['motorway'])
  })

  test('ends somewhere: there the tiles are empty', async () => {
    await using town = await imported(TOWN)
    expect(town.map.map()?.tile(14, 0, 0)).toBeUndefined()
    expect(town.map.map()?.tile(5, 16, 10)).toBeUndefined()
  })
})

describe('until a new map is whole, the old one is used', () => {
  test('the same is not cut again, another one takes its place while it is read', async () => {
    await using town = await imported(TOWN)
    await using same = await cutBasemap(town.options)
    expect(same.isNew).toBe(false)
    await using other = await cutBasemap({ ...town.options, hash: 'other' })
    expect(town.map.facts()?.identity).toBe('hash-1')
    await other.use()
    expect(town.map.facts()?.identity).toBe('other-1')
    expect(layersAt(town.map, 8, 4.7, 50.88)).toHaveProperty('road')
  })

  test.each([
    ['breaks off', extractOf(TOWN).subarray(0, -9)],
    ['is empty', extractOf({ nodes: [[1, 4, 50]] })],
  ])('an extract that %s changes nothing and leaves nothing', async (_, bytes) => {
    await using town = await imported(TOWN)
    writeFileSync(town.options.file, bytes)
    const cut = cutBasemap({ ...town.options, hash: 'other' })
    await expect(cut).rejects.toThrow(BadExtract)
    expect(town.map.facts()?.identity).toBe('hash-1')
    expect(readdirSync(town.options.dataDir)).toEqual(['basemap.mbtiles'])
  })

  test.each(['reading areas', 'reading nodes', 'cutting tiles', 'writing the basemap'])(
    'who breaks it off while it is %s gets their reason, and nothing is left',
    async (stage) => {
      await using town = await imported(TOWN)
      const breaking = new AbortController()
      const cut = cutBasemap({
        ...{ ...town.options, hash: 'other', signal: breaking.signal },
        onStage: (_, doing) => doing === stage && breaking.abort(new Error('enough')),
      })
      await expect(cut).rejects.toThrow('enough')
      expect(readdirSync(town.options.dataDir)).toEqual(['basemap.mbtiles'])
    },
  )

  test('a map that is cut and never used is gone', async () => {
    await using town = await imported(TOWN)
    {
      await using other = await cutBasemap({ ...town.options, hash: 'other' })
      expect(other.bytes).toBeGreaterThan(1000)
    }
    expect(readdirSync(town.options.dataDir)).toEqual(['basemap.mbtiles'])
  })

  test('a file that is no map counts as none, and is replaced', async () => {
    await using town = await imported(TOWN)
    writeFileSync(join(town.options.dataDir, 'basemap.mbtiles'), 'SQLite format 3')
    expect(town.map.facts()).toBeUndefined()
    await using again = await cutBasemap(town.options)
    await again.use()
    expect(town.map.facts()?.identity).toBe('hash-1')
    expect(existsSync(town.options.file)).toBe(true)
  })
})

interface Imported extends AsyncDisposable {
  readonly map: Basemap
  readonly options: CutOptions
}

async function imported(written: Written): Promise<Imported> {
  const folder = temporaryFolder('basemap')
  const dataDir = join(folder.path, 'data')
  const file = join(folder.path, 'town.osm.pbf')
  writeFileSync(file, extractOf(written))
  const options = { file, dataDir, hash: 'hash' }
  await using cut = await cutBasemap(options)
  await cut.use()
  const map = openBasemap({ dataDir, log: silentLog })
  return {
    ...{ map, options },
    async [Symbol.asyncDispose]() {
      map.close()
      folder.remove()
    },
  }
}

type Drawn = VectorTileFeature & { readonly at: readonly [number, number, number] }

/** What is drawn in the tile around a place, read by somebody else's reader. */
function layersAt(map: Basemap, z: number, lon: number, lat: number) {
  const [x, y] = [tileX(z, lon), tileY(z, lat)]
  const bytes = map.map()?.tile(z, x, y)
  if (bytes === undefined) return {}
  const { layers } = new VectorTile(new PbfReader(gunzipSync(bytes)))
  const read: Record<string, Drawn[]> = {}
  for (const [name, layer] of Object.entries(layers))
    read[name] = Array.from({ length: layer.length }, (_, index) =>
      Object.assign(layer.feature(index), { at: [x, y, z] as const }),
    )
  return read
}

const tileX = (z: number, lon: number) => Math.floor(2 ** z * (lon / 360 + 0.5))
const tileY = (z: number, lat: number) => {
  const radians = (lat * Math.PI) / 180
  return Math.floor(2 ** z * (0.5 - Math.asinh(Math.tan(radians)) / Math.PI / 2))
}

/** Within half a metre. */
function pointsOf(feature: Drawn | undefined) {
  const geometry = feature?.toGeoJSON(...feature.at).geometry as { coordinates: number[][] }
  return geometry.coordinates.map((point) =>
    point.map((degrees) => Math.round(degrees * 1e4) / 1e4),
  )
}
