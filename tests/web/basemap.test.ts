// The ground under the containers, in a real browser: imported, or set to come from elsewhere.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openBasemap } from '@bakwacht/basemap'
import { silentLog } from '@bakwacht/runtime'
import { sharedData, temporaryFolder } from '@bakwacht/test-support'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { root } from '../system/backend.ts'
import { hasBrowser, visit } from './browser.ts'
import { demoWorld } from './demo-world.ts'
import { pmtilesOf } from './pmtiles.ts'

const extract = sharedData('roads/leuven-mechelen-lier.osm.pbf')
const PATIENCE_MS = 120_000

describe.skipIf(!hasBrowser)('in a browser', () => {
  describe.skipIf(extract === undefined)('with an extract', () => {
    test(
      'the imported map is drawn without the internet, and says whose data it is',
      async () => {
        await using world = await demoWorld()
        importGround(world.backend.dataDir)
        await using desk = await visit('about:blank')
        const answers = answersTo(desk.page, '/api/v1/basemap/')
        const elsewhere = askedElsewhere(desk.page, world.http)
        await desk.page.goto(world.http)
        await drawn(desk.page)
        await desk.page.getByText('© OpenStreetMap contributors').waitFor()
        expect(answers).toContain(200)
        expect(answers.filter((status) => status >= 400)).toEqual([])
        expect(elsewhere).toEqual([])
        expect(desk.complaints).toEqual([])
      },
      PATIENCE_MS,
    )

    test(
      'a file of PMTiles that is set is drawn instead, read by ranges',
      async () => {
        using folder = temporaryFolder('pmtiles')
        const file = join(folder.path, 'roads.pmtiles')
        writeFileSync(file, aFileOfPmtiles(folder.path))
        await using world = await demoWorld({ BAKWACHT_BASEMAP: file })
        await using desk = await visit('about:blank')
        const answers = answersTo(desk.page, '/api/v1/basemap.pmtiles')
        await desk.page.goto(world.http)
        await drawn(desk.page)
        await desk.page.getByText('© of the test').waitFor()
        expect(new Set(answers)).toEqual(new Set([206]))
        expect(desk.complaints).toEqual([])
      },
      PATIENCE_MS,
    )
  })

  test(
    'a style that is set is drawn, and nothing but its origin is asked',
    async () => {
      await using elsewhere = await serveStyle()
      await using world = await demoWorld({ BAKWACHT_BASEMAP: `${elsewhere.origin}/style.json` })
      await using desk = await visit(world.http)
      await drawn(desk.page)
      await expect.poll(() => elsewhere.asked.some((path) => path.startsWith('/tiles/'))).toBe(true)
      expect(elsewhere.asked[0]).toBe('/style.json')
      expect(desk.complaints).toEqual([])
    },
    PATIENCE_MS,
  )

  test(
    'a ground that cannot be had leaves a plain one, and a map that works',
    async () => {
      await using world = await demoWorld({ BAKWACHT_BASEMAP: 'http://127.0.0.1:9/style.json' })
      await using desk = await visit(world.http)
      await drawn(desk.page)
      await desk.page.getByRole('button', { name: 'Show all' }).click()
      const refused = desk.complaints.filter((said) => !said.includes('ERR_'))
      expect(refused).toEqual([])
    },
    PATIENCE_MS,
  )
})

function importGround(dataDir: string): void {
  const command = join(root, 'packages/roads/src/cli/main.ts')
  execFileSync(process.execPath, [command, 'ground', extract ?? '', '--data-dir', dataDir])
}

function aFileOfPmtiles(dataDir: string): Buffer {
  importGround(dataDir)
  const ground = openBasemap({ dataDir, log: silentLog })
  const { bounds = [0, 0, 0, 0] } = ground.facts() ?? {}
  const [z, x, y] = [8, 131, 85] as const
  const packed = ground.map()?.tile(z, x, y) ?? Buffer.alloc(0)
  ground.close()
  const metadata = { attribution: '<b>© of the test</b>', vector_layers: [{ id: 'road' }] }
  return pmtilesOf({ z, x, y, packed, bounds, metadata })
}

function answersTo(page: Page, path: string): number[] {
  const statuses: number[] = []
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith(path)) statuses.push(response.status())
  })
  return statuses
}

/** Addresses that need the internet. */
function askedElsewhere(page: Page, here: string): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.origin !== here) asked.push(url.href)
  })
  return asked
}

const drawn = (page: Page) =>
  page
    .locator('.fleet-map[aria-busy=false]')
    .first()
    .waitFor({ timeout: PATIENCE_MS / 4 })

/** Somebody's server of maps. */
async function serveStyle() {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.setHeader('access-control-allow-origin', '*')
    if (url === '/style.json') response.end(JSON.stringify(styleAt(origin)))
    else response.writeHead(204).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ asked, origin },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const styleAt = (origin: string) => ({
  version: 8,
  sources: { map: { type: 'vector', tiles: [`${origin}/tiles/{z}/{x}/{y}`], maxzoom: 14 } },
  layers: [
    { id: 'land', type: 'background', paint: { 'background-color': '#eee' } },
    { id: 'roads', type: 'line', source: 'map', 'source-layer': 'road' },
  ],
})
