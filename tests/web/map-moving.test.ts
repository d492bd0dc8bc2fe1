// The map in the hand of somebody who moves it: it follows, and what can wait until it stands still does.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESKTOP, hasBrowser, type Visit, visit } from './browser.ts'
import { noteSizes, sharpnessShown, sizesGiven } from './canvas-sizes.ts'
import { demoWorld, type World } from './demo-world.ts'
import { drawnMap, spotsOf } from './map-picture.ts'

/** Of a full container. */
const FULL = [0xd5, 0x5e, 0x00] as const
const BY = { x: 60, y: 40 }

describe.skipIf(!hasBrowser)('the map, moved', () => {
  // Nothing here changes it.
  let world: World
  beforeAll(async () => {
    world = await demoWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  test.each([
    ['a processor', 'SwiftShader Device', 0.6],
    ['a graphics card', 'Mesa Intel(R) HD Graphics 3000', 1],
  ] as const)(
    'drawn by %s it follows the hand, and is sharp at rest',
    async (_, renderer, share) => {
      await using desk = await visit('about:blank')
      await pretend(desk, renderer)
      await desk.page.goto(world.http)
      await drawnMap(desk.page)
      const [before] = await spotsOf(desk.page, FULL)
      if (before === undefined) throw new Error('got no full container on the map, wanted one')
      const hold = await takeHold(desk.page)
      await hold.move()
      await expect.poll(() => sharpness(desk.page)).toBeCloseTo(share, 1)
      await hold.letGo()
      await expect.poll(() => sharpness(desk.page)).toBe(1)
      const spots = await spotsOf(desk.page, FULL)
      const expected = { x: before.x + BY.x, y: before.y + BY.y }
      expect(Math.min(...spots.map((spot) => distance(spot, expected)))).toBeLessThan(20)
      expect(desk.complaints).toEqual([])
    },
  )

  test.each([
    ['a processor rehearses a movement once it is drawn', 'SwiftShader Device', true],
    ['a graphics card has no need to', 'Mesa Intel(R) HD Graphics 3000', false],
  ] as const)('%s, and shows nothing of it', async (_, renderer, does) => {
    await using desk = await visit('about:blank')
    await pretend(desk, renderer)
    await noteSizes(desk)
    await desk.page.goto(world.http)
    await drawnMap(desk.page)
    if (does) await expect.poll(() => sizesGiven(desk.page)).not.toEqual([])
    await desk.page.waitForTimeout(1000)
    expect(new Set(await sizesGiven(desk.page)).size).toBe(does ? 2 : 0)
    expect(await sharpnessShown(desk.page)).toEqual([1])
    expect(desk.complaints).toEqual([])
  })

  test('a notice that makes room for itself does not take the map from the hand', async () => {
    await using desk = await visit(world.http)
    await drawnMap(desk.page)
    const [before] = await spotsOf(desk.page, FULL)
    if (before === undefined) throw new Error('got no full container on the map, wanted one')
    const hold = await takeHold(desk.page)
    await hold.move()
    const { width, height } = DESKTOP.viewport
    const canvas = desk.page.locator('.fleet-map canvas')
    const wasHigh = (await canvas.boundingBox())?.height
    await desk.page.setViewportSize({ width, height: height - 2 })
    await expect.poll(async () => (await canvas.boundingBox())?.height).not.toBe(wasHigh)
    await hold.move(2)
    await hold.letGo()
    await expect.poll(() => sharpness(desk.page)).toBe(1)
    const expected = { x: before.x + 2 * BY.x, y: before.y + 2 * BY.y }
    await expect
      .poll(async () =>
        Math.min(...(await spotsOf(desk.page, FULL)).map((spot) => distance(spot, expected))),
      )
      .toBeLessThan(20)
    expect(desk.complaints).toEqual([])
  })

  test('news that come meanwhile are shown when it stands still', async () => {
    await using desk = await visit('about:blank')
    const news = await newsFor(desk, world.http)
    await desk.page.goto(world.http)
    await drawnMap(desk.page)
    const hold = await takeHold(desk.page)
    await hold.move()
    await news.come()
    await expect.poll(() => spotsOf(desk.page, FULL)).not.toEqual([])
    await hold.letGo()
    await expect.poll(() => spotsOf(desk.page, FULL)).toEqual([])
    await news.end()
    expect(desk.complaints).toEqual([])
  })
})

/** Whatever draws here. */
const pretend = ({ context }: Visit, renderer: string) =>
  context.addInitScript((name) => {
    const { getParameter, RENDERER } = WebGL2RenderingContext.prototype
    const UNMASKED = 0x9246
    WebGL2RenderingContext.prototype.getParameter = function (what: number) {
      return what === RENDERER || what === UNMASKED ? name : getParameter.call(this, what)
    }
  }, renderer)

/** In the middle of the map, with the button held down until `letGo`. */
async function takeHold(page: Page) {
  const box = await page.locator('.fleet-map').boundingBox()
  if (box === null) throw new Error('got no map on the page, wanted one')
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  return {
    move: (times = 1) =>
      page.mouse.move(from.x + times * BY.x, from.y + times * BY.y, { steps: 10 }),
    letGo: () => page.mouse.up(),
  }
}

/** Drawn pixels per pixel of the page, along an edge. */
const sharpness = (page: Page): Promise<number> =>
  page.locator('.fleet-map canvas').evaluate((canvas) => {
    const { width, clientWidth } = canvas as HTMLCanvasElement
    return width / clientWidth / devicePixelRatio
  })

/** The service says again and again that something happened; once the news have come, nothing is full any more. */
async function newsFor({ context, page }: Visit, http: string) {
  const fleet = await (await fetch(`${http}/api/v1/containers.geojson`)).text()
  let areThere = false
  await context.route('**/api/v1/stream', (route) =>
    route.fulfill({
      contentType: 'text/event-stream',
      body: 'retry: 300\nevent: state\ndata: {}\n\n',
    }),
  )
  await context.route('**/containers.geojson', (route) =>
    areThere ? route.fulfill({ body: fleet.replaceAll('"must"', '"fine"') }) : route.continue(),
  )
  return {
    async come() {
      areThere = true
      await page.waitForResponse('**/containers.geojson')
      await page.waitForTimeout(1000)
    },
    end: () => context.unrouteAll({ behavior: 'ignoreErrors' }),
  }
}

const distance = (a: { x: number; y: number }, b: { x: number; y: number }) =>
  Math.hypot(a.x - b.x, a.y - b.y)
