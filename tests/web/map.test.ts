// The map as it is drawn: what is asked of the pixels is what a planner sees.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectText, hasBrowser, PHONE, textOf, visit } from './browser.ts'
import { demoWorld, type World } from './demo-world.ts'
import { SAID } from './journey/said.ts'
import { drawnMap, spotsOf } from './map-picture.ts'

/** Of a full container, in the light and in the dark. */
const FULL = { light: [0xd5, 0x5e, 0x00], dark: [0xf0, 0x80, 0x3c] } as const

describe.skipIf(!hasBrowser)('the map', () => {
  // Nothing here changes it.
  let world: World
  beforeAll(async () => {
    world = await demoWorld()
  })
  afterAll(() => world[Symbol.asyncDispose]())

  test.each(['light', 'dark'] as const)(
    'a full container is seen, pointed at and opened, on %s ground',
    async (ground) => {
      await using desk = await visit(`${world.http}/`, { dark: ground === 'dark' })
      const map = await drawnMap(desk.page)
      const [spot] = await spotsOf(desk.page, FULL[ground])
      expect(spot).toBeDefined()
      if (spot === undefined) return
      await desk.page.mouse.click(spot.x, spot.y)
      const link = map.getByRole('link', { name: 'Open the container’s page' })
      await link.waitFor()
      expect(await map.textContent()).toMatch(/\d+\s%\sfull/)
      await map.getByRole('button', { name: 'Close' }).click()
      await link.waitFor({ state: 'detached' })
      await desk.page.mouse.click(spot.x, spot.y)
      await link.click()
      await desk.page.waitForURL(/\/containers\//)
      expect(desk.complaints).toEqual([])
    },
  )

  test('what is chosen in the list is shown on the map', async () => {
    await using desk = await visit(`${world.http}/`)
    const map = await drawnMap(desk.page)
    await desk.page
      .getByRole('button', { name: /Vlasmarkt/ })
      .first()
      .click()
    await map.getByRole('heading', { name: /Vlasmarkt/ }).waitFor()
    expect(desk.complaints).toEqual([])
  })

  test('a day without a plan shows it too', async () => {
    await using desk = await visit(`${world.http}/?date=2027-02-01`)
    await expectText(desk.page, 'There is no plan for this day yet.')
    await drawnMap(desk.page)
    expect(await spotsOf(desk.page, FULL.light)).not.toEqual([])
    expect(desk.complaints).toEqual([])
  })

  test('by keyboard it is moved, come closer to and shown whole again', async () => {
    await using desk = await visit(`${world.http}/`)
    const map = await drawnMap(desk.page)
    const scale = () => map.locator('.maplibregl-ctrl-scale').textContent()
    const whole = await scale()
    await desk.page.getByRole('region', { name: 'Map' }).locator('canvas').focus()
    await desk.page.keyboard.press('Equal')
    await desk.page.keyboard.press('ArrowRight')
    await expect.poll(scale).not.toBe(whole)
    for (const name of ['Zoom in', 'Zoom out']) await map.getByRole('button', { name }).focus()
    await map.getByRole('button', { name: 'Show all' }).press('Enter')
    await expect.poll(scale).toBe(whole)
    expect(desk.complaints).toEqual([])
  })

  test.each(['en', 'nl', 'fr', 'de'] as const)(
    'on a phone, in %s, the marks are explained',
    async (language) => {
      const said = SAID[language].map
      await using desk = await visit(`${world.http}/`, { language, screen: PHONE })
      const map = await drawnMap(desk.page)
      await map.getByText(said.legend).click()
      for (const meaning of Object.values(said.meaning)) await expectText(desk.page, meaning)
      expect(await overflow(desk.page)).toBe(0)
      expect(desk.complaints).toEqual([])
    },
  )

  test('where the browser cannot draw it, that is said and the list works', async () => {
    await using desk = await visit('about:blank')
    await desk.context.addInitScript(() => {
      const drawn = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
        return kind.startsWith('webgl') ? null : drawn.call(this, kind)
      } as typeof drawn
    })
    await desk.page.goto(world.http)
    await expectText(desk.page, 'This browser cannot draw the map.')
    expect(await textOf(desk.page)).toContain('Vlasmarkt')
  })
})

const overflow = (page: Awaited<ReturnType<typeof visit>>['page']) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
