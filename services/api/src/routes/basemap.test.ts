import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { importTown } from '@bakwacht/basemap/fixture'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { ADMIN_TOKEN, openApi } from '../api.fixture.ts'

const settings = (dataDir: string) => ({
  ...{ BAKWACHT_DATA_DIR: dataDir, BAKWACHT_ADMIN_TOKEN: ADMIN_TOKEN, BAKWACHT_HTTP_PORT: '0' },
})

/** A tile of the town that is imported. */
const TILE = '/api/v1/basemap/8/131/85'
const POLICY = 'content-security-policy'

test('where nothing was imported there is a plain ground, and no tile', async () => {
  using folder = temporaryFolder('basemap')
  await using t = await openApi({ env: settings(folder.path) })
  expect((await t.ask('GET', '/api/v1/basemap')).json).toEqual({ kind: 'none' })
  expect((await t.ask('GET', '/api/v1/basemap/8/131/86')).status).toBe(204)
  expect((await t.ask('GET', '/api/v1/basemap/8/131/x')).status).toBe(404)
})

test('an imported map is told with its tiles, which a browser may keep for as long as it is this one', async () => {
  using folder = temporaryFolder('basemap')
  await importTown(folder.path)
  await using t = await openApi({ env: settings(folder.path) })
  const { json } = await t.ask('GET', '/api/v1/basemap')
  expect(json).toEqual({
    ...{ kind: 'tiles', tiles: ['/api/v1/basemap/{z}/{x}/{y}?v=town-1'], minzoom: 6, maxzoom: 14 },
    ...{ bounds: [4.6, 50.87, 4.8, 50.89], attribution: '© OpenStreetMap contributors' },
  })
  const { headers } = await t.ask('GET', `${TILE}?v=town-1`)
  expect(headers['cache-control']).toBe('private, max-age=31536000, immutable')
  expect((await t.ask('GET', `${TILE}?v=before`)).headers['cache-control']).toBe(
    'private, no-cache',
  )
  await importTown(folder.path, 'another')
  const { tiles } = (await t.ask('GET', '/api/v1/basemap')).json
  expect(tiles).toEqual(['/api/v1/basemap/{z}/{x}/{y}?v=another-1'])
})

test('a tile comes packed as it is stored, or unpacked, or not again', async () => {
  using folder = temporaryFolder('basemap')
  await importTown(folder.path)
  await using t = await openApi({ env: settings(folder.path) })
  const ask = (headers: Readonly<Record<string, string>>) =>
    t.api.app.inject({ url: TILE, headers: { ...headers, authorization: `Bearer ${ADMIN_TOKEN}` } })
  const packed = await ask({ 'accept-encoding': 'br, gzip' })
  expect(packed.headers).toMatchObject({
    ...{ 'content-type': 'application/vnd.mapbox-vector-tile', 'content-encoding': 'gzip' },
    ...{ etag: '"town-1-gzip"', vary: 'accept-encoding' },
  })
  for (const wish of ['', 'br', 'gzip;q=0']) {
    const { headers, rawPayload } = await ask({ 'accept-encoding': wish })
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers.etag).toBe('"town-1"')
    expect(rawPayload.equals(gunzipSync(packed.rawPayload))).toBe(true)
  }
  for (const known of ['"town-1"', '"town-0", W/"town-1"', '*']) {
    const again = await ask({ 'if-none-match': known })
    expect([known, again.statusCode, again.body]).toEqual([known, 304, ''])
  }
  const packedBefore = await ask({ 'if-none-match': '"town-1-gzip"' })
  expect(packedBefore.statusCode).toBe(200)
})

test.each([
  ['style', 'https://tiles.example/calm/style.json?key=abc'],
  ['pmtiles', 'https://tiles.example/belgium.pmtiles'],
])('a %s that is set may be loaded from its origin, and from no other', async (kind, url) => {
  await using t = await openApi({ env: { BAKWACHT_BASEMAP: url } })
  const { json, headers } = await t.ask('GET', '/api/v1/basemap')
  expect(json).toEqual({ kind, url })
  expect(headers[POLICY]).toContain("connect-src 'self' https://tiles.example;")
  expect(headers[POLICY]).toContain("img-src 'self' data: https://tiles.example;")
})

test('otherwise nothing is loaded from elsewhere', async () => {
  await using t = await openApi()
  expect((await t.ask('GET', '/healthz')).headers[POLICY]).not.toContain('http')
})

test('a file of PMTiles is read by ranges', async () => {
  using folder = temporaryFolder('basemap')
  const path = join(folder.path, 'town.pmtiles')
  writeFileSync(path, 'PMTiles and more')
  await using t = await openApi({ env: { BAKWACHT_BASEMAP: path } })
  const { url } = (await t.ask('GET', '/api/v1/basemap')).json
  const { status, text, headers } = await t.ask('GET', url, { headers: { range: 'bytes=0-6' } })
  expect({ status, text }).toEqual({ status: 206, text: 'PMTiles' })
  expect(headers).toMatchObject({ 'content-range': 'bytes 0-6/16', etag: expect.any(String) })
})

test('a file that is set and not there is not found', async () => {
  await using t = await openApi({ env: { BAKWACHT_BASEMAP: '/nowhere/town.pmtiles' } })
  const { status, json } = await t.ask('GET', '/api/v1/basemap.pmtiles')
  expect([status, json.code]).toEqual([404, 'not_found'])
})

test('where no file is set there is none to read', async () => {
  await using t = await openApi()
  expect((await t.ask('GET', '/api/v1/basemap.pmtiles')).status).toBe(404)
})
