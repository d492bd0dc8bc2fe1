// A new version of the driver's page comes while a driver is under way.
import { createServer } from 'node:http'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectText, hasBrowser, PHONE, visit } from './browser.ts'
import { driverWorld } from './driver-world.ts'

const WORKER = '/driver-worker.js'

interface Releases extends AsyncDisposable {
  readonly http: string
  /** From now on the service has another build of the page. */
  release(): void
}

/** The service, with a worker that says it is of another build after `release`. */
async function withReleases(service: string): Promise<Releases> {
  let released = false
  const server = createServer(async ({ method, url = '/', headers }, reply) => {
    const own = Object.entries(headers).filter(([name]) => !HOP.has(name))
    const answer = await fetch(service + url, {
      method: method ?? 'GET',
      headers: own.map(([name, value]) => [name, String(value)] as [string, string]),
    })
    const text = Buffer.from(await answer.arrayBuffer())
    const body =
      released && url === WORKER ? text.toString().replace(BUILD_ID, '$1000000000000$2') : text
    reply.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' })
    reply.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    http: `http://127.0.0.1:${port}`,
    release: () => {
      released = true
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const HOP = new Set(['host', 'connection', 'accept-encoding', 'content-length'])
const BUILD_ID = /(id:.)[0-9a-f]{12}(.)/

const caches = (page: Page) => page.evaluate(async () => (await window.caches.keys()).sort())
const isWaiting = (page: Page) =>
  page.evaluate(
    async () => (await navigator.serviceWorker.getRegistration('/driver'))?.waiting != null,
  )

describe.skipIf(!hasBrowser)('a new version of the page', { timeout: 90_000 }, () => {
  test('takes over when it is opened again, without a net too, and no tap is lost', async () => {
    await using world = await driverWorld()
    await using releases = await withReleases(world.http)
    await using driver = await visit(`${releases.http}/driver#${world.token}`, { screen: PHONE })
    const { page, context } = driver
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    const before = await caches(page)
    expect(before).toHaveLength(1)

    releases.release()
    await page.reload()
    await expect.poll(() => isWaiting(page), { timeout: 15_000 }).toBe(true)
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Emptied' }).click()
    await expectText(page, '⇡ 1 to send')
    await page.close()

    const again = await context.newPage()
    await again.goto(page.url())
    // Both versions are there until the new one has taken over: only then is the old one thrown away.
    await expect.poll(() => caches(again), { timeout: 30_000 }).not.toContain(before[0])
    expect(await caches(again)).toHaveLength(1)
    await expectText(again, '⇡ 1 to send')
    await expectText(again, /stop 2 of/)
  })
})
