import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { openApi } from '../api.fixture.ts'

const POLICY = 'content-security-policy'

test('where nothing was imported there is a plain ground, and no tile', async () => {
  using folder = temporaryFolder('basemap')
  await using t = await openApi({ env: { BAKWACHT_DATA_DIR: folder.path } })
  expect((await t.ask('GET', '/api/v1/basemap')).json).toEqual({ kind: 'none' })
  expect((await t.ask('GET', '/api/v1/basemap/8/131/86')).status).toBe(204)
  expect((await t.ask('GET', '/api/v1/basemap/8/131/x')).status).toBe(404)
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

test('where no file is set there is none to read', async () => {
  await using t = await openApi()
  expect((await t.ask('GET', '/api/v1/basemap.pmtiles')).status).toBe(404)
})
