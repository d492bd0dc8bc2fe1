import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBasemap } from '@bakwacht/basemap'
import { importTown } from '@bakwacht/basemap/fixture'
import { silentLog } from '@bakwacht/runtime'
import { available, folderWithRoads, sharedData } from '@bakwacht/test-support'
import { describe, expect, test } from 'vitest'
import { lockMap } from '../map/import-lock.ts'
import { roadsFolder } from '../map/roads-folder.ts'
import { openRoads } from '../open-roads.ts'
import { LEUVEN, LIER, van } from '../valhalla/valhalla.fixture.ts'
import { type Desk, openDesk } from './command.fixture.ts'

describe('wrong usage names what was got and wanted', () => {
  test.each([
    [[], 'got nothing, wanted import, ground, install, status, remove'],
    [['export'], 'got export, wanted import'],
    [['import'], 'import: got no file, wanted FILE.osm.pbf'],
    [['ground'], 'ground: got no file, wanted FILE.osm.pbf'],
    [['import', 'a.osm.pbf', 'b.osm.pbf'], 'import: got b.osm.pbf besides'],
    [['status', '--data'], "Unknown option '--data'\n"],
    [['status', '--data-dir', ''], '--data-dir: got nothing, wanted a folder'],
  ])('%j', async (args, message) => {
    using desk = openDesk()
    const { code, err, out } = await desk.run(...args)
    expect(err).toContain(message)
    expect({ code, out }).toEqual({ code: 2, out: '' })
  })
})

test('help is no failure', async () => {
  using desk = openDesk()
  expect(await desk.run('--help')).toMatchObject({ code: 0, err: '' })
})

describe('a file that is no extract is refused before anything is downloaded', () => {
  test.each([
    ['there is no such file', () => '/nowhere/x.osm.pbf'],
    ['got no file', ({ dataDir }: Desk) => dataDir],
    ['this is no OpenStreetMap extract', written('{"type":"FeatureCollection"}')],
    ['this is no OpenStreetMap extract', written('')],
  ])('%s', async (why, make) => {
    using desk = openDesk()
    const { code, err } = await desk.run('import', make(desk))
    expect(err).toContain(why)
    expect(code).toBe(1)
    expect(existsSync(roadsFolder(desk.dataDir).path)).toBe(false)
  })
})

test('where there is no map, that is what it says', async () => {
  using desk = openDesk()
  expect((await desk.run('status')).out).toBe(`No map in ${desk.dataDir}.\n`)
  expect((await desk.run('remove')).out).toContain('nothing to remove')
})

test('while one process changes the map, another is told so, and changes nothing', async () => {
  using desk = openDesk()
  await importTown(desk.dataDir)
  const file = join(desk.dataDir, 'town.osm.pbf')
  const lock = lockMap(desk.dataDir)
  for (const args of [['ground', file], ['import', file], ['install'], ['remove']]) {
    const { code, err } = await desk.run(...args)
    expect({ args, code }).toEqual({ args, code: 1 })
    expect(err).toContain('another process is importing')
  }
  expect(groundOf(desk)?.identity).toBe('town-1')
  lock[Symbol.dispose]()
  expect((await desk.run('ground', file)).code).toBe(0)
  expect(groundOf(desk)?.identity).not.toBe('town-1')
  expect(readdirSync(desk.dataDir).sort()).toEqual([
    'basemap.mbtiles',
    'map-import.lock',
    'town.osm.pbf',
  ])
})

const extract = sharedData('roads/leuven-mechelen-lier.osm.pbf')
const isInstalled = available('valhalla')

describe.skipIf(extract === undefined)('with an extract', () => {
  test('what pages draw is imported alone where nobody wants Valhalla', async () => {
    using desk = openDesk({ otherGround: 'BAKWACHT_BASEMAP' })
    const { code, out } = await desk.run('ground', extract ?? '')
    expect(out).toMatch(/^leuven-mechelen-lier\.osm\.pbf is what pages draw now: 4 MB, made in/)
    expect(out).toContain('But BAKWACHT_BASEMAP is set')
    expect(code).toBe(0)
    expect(readdirSync(desk.dataDir).sort()).toEqual(['basemap.mbtiles', 'map-import.lock'])
    expect((await desk.run('ground', extract ?? '')).out).toContain('is what pages draw already')
    expect((await desk.run('status')).out).toContain(`No roads in ${desk.dataDir}.\nTo draw: 4 MB.`)
    expect((await desk.run('remove')).out).toContain('pages draw a plain ground from now on')
    // Empty, and for whoever changes the map next.
    expect(readdirSync(desk.dataDir)).toEqual(['map-import.lock'])
  })
})

describe.skipIf(extract === undefined || !isInstalled)('with Valhalla and an extract', () => {
  test('imports, says so, is found by the backend, and goes again', async () => {
    using desk = openDesk(
      { otherSetting: 'BAKWACHT_VALHALLA_URL', otherGround: 'BAKWACHT_BASEMAP' },
      folderWithRoads({ map: false }),
    )
    const roads = openRoads({
      ...{ dataDir: desk.dataDir, valhallaUrl: undefined, valhallaTiles: undefined },
      ...{ log: silentLog, clock: Date.now },
    })
    expect((await roads.current()).kind).toBe('estimate')

    const { code, out } = await desk.run('import', extract ?? '')
    expect(out).toMatch(
      /^leuven-mechelen-lier\.osm\.pbf is the map in use now: 1\d MB of tiles, and 4 MB to draw/,
    )
    expect(out).toContain('But BAKWACHT_VALHALLA_URL is set')
    expect(out).toContain('But BAKWACHT_BASEMAP is set')
    expect(groundOf(desk)?.bounds).toEqual([4.37402, 50.8432, 5.1202, 51.18641])
    expect(code).toBe(0)
    const times = await roads.current()
    expect(times.kind).toBe('roads')
    expect((await times.matrix([LEUVEN, LIER], van)).durations[1]).toBeGreaterThan(600)

    expect((await desk.run('import', extract ?? '')).out).toContain('in use already')
    expect((await desk.run('status')).out).toMatch(
      /Valhalla 3\.6\.1\n2 pairs are known .*\nTo draw: 4 MB\./,
    )

    expect((await desk.run('remove')).code).toBe(0)
    expect(groundOf(desk)).toBeUndefined()
    await expect(times.matrix([LEUVEN, LIER], van)).rejects.toThrow('the map was removed meanwhile')
    expect((await roads.current()).kind).toBe('estimate')
    await roads.stop()
  }, 120_000)

  test('an extract that breaks off leaves no map, and nothing behind', async () => {
    using desk = openDesk({}, folderWithRoads({ map: false }))
    const half = written(readFileSync(extract ?? '').subarray(0, 800_000))(desk)
    const { code, err } = await desk.run('import', half)
    expect(err).toContain('it breaks off before its end')
    expect(code).toBe(1)
    const left = readdirSync(roadsFolder(desk.dataDir).path)
    expect(left).toEqual(['valhalla-3.6.1'])
  }, 60_000)

  test('without a network the first import says what is missing', async () => {
    using desk = openDesk()
    const npmrc = 'npm_config_registry'
    const before = process.env[npmrc]
    process.env[npmrc] = 'http://127.0.0.1:9/'
    process.env.npm_config_cache = join(desk.dataDir, 'cache')
    process.env.npm_config_fetch_retries = '0'
    try {
      const { code, err } = await desk.run('import', extract ?? '')
      expect(err).toMatch(/could not install @valhallajs\/valhallajs.*; is the network there\?/)
      expect(err).toContain('ECONNREFUSED')
      // Neither is used before both are whole.
      expect(groundOf(desk)).toBeUndefined()
      expect(code).toBe(1)
    } finally {
      delete process.env.npm_config_cache
      delete process.env.npm_config_fetch_retries
      if (before === undefined) delete process.env[npmrc]
      else process.env[npmrc] = before
    }
  }, 60_000)
})

/** What pages are told of the ground. */
function groundOf({ dataDir }: Desk) {
  const ground = openBasemap({ dataDir, log: silentLog })
  try {
    return ground.facts()
  } finally {
    ground.close()
  }
}

function written(content: string | Uint8Array) {
  return ({ dataDir }: Desk): string => {
    const path = join(dataDir, 'input.osm.pbf')
    writeFileSync(path, content)
    return path
  }
}
