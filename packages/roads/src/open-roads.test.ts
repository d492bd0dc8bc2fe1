import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { silentLog } from '@bakwacht/runtime'
import { folderWithRoads, temporaryFolder } from '@bakwacht/test-support'
import { afterEach, describe, expect, test } from 'vitest'
import { type ConfiguredRoads, openRoads, type RoadsOptions } from './open-roads.ts'
import { RoadsStopped, RoadsUnavailable } from './travel-times.ts'
import { valhallaOverHttp, withoutCredentials } from './valhalla/http/http-valhalla.ts'
import { inChild, LEUVEN, LIER, serve, testMap, van } from './valhalla/valhalla.fixture.ts'

const map = await testMap()
const opened: ConfiguredRoads[] = []
afterEach(async () => {
  for (const roads of opened.splice(0)) await roads.stop()
})

function open(dataDir: string, over: Partial<RoadsOptions> = {}): ConfiguredRoads {
  const roads = openRoads({
    ...{ dataDir, valhallaUrl: undefined, valhallaTiles: undefined },
    ...{ log: silentLog, clock: Date.now, ...over },
  })
  opened.push(roads)
  return roads
}

test('with neither map nor settings there is the straight line, and nothing is written', async () => {
  using folder = temporaryFolder('roads')
  const roads = open(join(folder.path, 'data'))
  expect((await roads.current()).kind).toBe('estimate')
  expect(() => rmSync(join(folder.path, 'data'))).toThrow('ENOENT')
})

test('a record that describes no map is unavailable, not overlooked', async () => {
  using folder = temporaryFolder('roads')
  mkdirSync(join(folder.path, 'roads'))
  writeFileSync(join(folder.path, 'roads/map.json'), '{"tiles":"../../etc"}')
  await expect(open(folder.path).current()).rejects.toThrow(/map\.json does not describe a map/)
})

test.each([
  ['/nowhere/tiles', /^BAKWACHT_VALHALLA_TILES: ENOENT/],
  [import.meta.dirname, /^BAKWACHT_VALHALLA_TILES: got .*, where no \.gph tiles are$/],
])('tiles in %s are unavailable with the reason', async (valhallaTiles, why) => {
  using folder = temporaryFolder('roads')
  await expect(open(folder.path, { valhallaTiles }).current()).rejects.toThrow(why)
})

test('a server that does not answer is unavailable, without what its address may hide', async () => {
  using folder = temporaryFolder('roads')
  const valhallaUrl = 'http://user:secret@127.0.0.1:9/valhalla/'
  const current = open(folder.path, { valhallaUrl }).current()
  await expect(current).rejects.toThrow(RoadsUnavailable)
  await expect(current).rejects.toThrow(/^Valhalla at http:\/\/127\.0\.0\.1:9\/valhalla: /)
  await expect(current).rejects.not.toThrow(/secret/)
})

test('who asks is told to the server as HTTP wants it', () => {
  expect(withoutCredentials('https://me:p%40ss@maps.example/v/')).toEqual({
    address: 'https://maps.example/v',
    headers: { authorization: `Basic ${btoa('me:p@ss')}` },
  })
})

test('somebody else’s server is unavailable too', async () => {
  using folder = temporaryFolder('roads')
  await using server = await serve({ ask: async () => ({ ok: true }), stop: async () => {} })
  const current = open(folder.path, { valhallaUrl: server.url }).current()
  await expect(current).rejects.toThrow('not an answer of Valhalla: version')
})

describe.skipIf(map === undefined)('with Valhalla', () => {
  test('tiles that others built are used, and counted', async () => {
    using folder = folderWithRoads({ map: false }) ?? temporaryFolder()
    const roads = open(folder.path, { valhallaTiles: map?.tiles })
    const times = await roads.current()
    expect((await times.matrix([LEUVEN, LIER], van)).durations[1]).toBeGreaterThan(600)
    expect(roads.counters).toEqual({ questions: 2, failures: 0, pairs: 4 })
    expect(await roads.current()).toMatchObject({ kind: 'roads' })
  })

  test('tiles without Valhalla say how to install it', async () => {
    using folder = temporaryFolder('roads')
    const roads = open(folder.path, { valhallaTiles: map?.tiles })
    await expect(roads.current()).rejects.toThrow('npm run roads -- install')
  })

  test('a server answers, and its pairs are kept', async () => {
    if (map === undefined) throw new Error('skipped without Valhalla')
    using folder = temporaryFolder('roads')
    const valhalla = inChild(map)
    await using server = await serve(valhalla)
    const first = open(folder.path, { valhallaUrl: server.url })
    const before = await (await first.current()).matrix([LEUVEN, LIER], van)
    await first.stop()
    const second = open(folder.path, { valhallaUrl: server.url })
    expect(await (await second.current()).matrix([LEUVEN, LIER], van)).toEqual(before)
    expect(second.counters.questions).toBe(0)
    await valhalla.stop()
  })

  test('a server that fails in between is unavailable, one that is no longer asked is stopped', async () => {
    await using server = await serve({
      ask: () => Promise.reject(new Error('busy')),
      stop: async () => {},
    })
    const valhalla = valhallaOverHttp(server.url)
    await expect(valhalla.ask('route', {})).rejects.toThrow(/status 503$/)
    await valhalla.stop()
    await expect(valhalla.ask('route', {})).rejects.toThrow(RoadsStopped)
  })
})
