// A day on which everything goes wrong in an order that nobody thought of: whatever the schedule, each answer
// arrives, once, and the last one for a stop is the one that stands.
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../system/backend.ts'
import { ask } from '../system/interface/ask.ts'
import { type BadNet, badNet, type Weather } from './bad-net.ts'
import { expectText, hasBrowser, PHONE, visit } from './browser.ts'
import { NOW } from './demo-world.ts'
import { driverWorld, type RunOfDay } from './driver-world.ts'

const STEPS = 24
/** The service is up again in a second or two: often enough to meet every kind of moment. */
const MOST_KILLS = 3

describe.skipIf(!hasBrowser)('on a bad day', { timeout: 120_000 }, () => {
  test.each([11, 47])('of seed %i, no tap is lost and none counts twice', async (seed) => {
    await using world = await driverWorld()
    await using net = await badNet(world.http)
    await using driver = await visit(`${net.http}/driver#${world.token}`, { screen: PHONE })
    const day = new BadDay({
      random: seeded(seed),
      net,
      context: driver.context,
      page: driver.page,
      backend: world.backend,
    })
    await day.install()
    for (let step = 0; step < STEPS; step++) await day.step()
    await day.clearUp()

    const answer = await ask(day.backend, 'GET', `/runs/${world.run.id}`)
    const run = answer.body as RunOfDay
    const stored = run.stops.map(({ result }) => result?.outcome ?? null)
    expect({ seed, stored }).toEqual({
      seed,
      stored: world.run.stops.map(({ seq }) => day.told.get(seq) ?? null),
    })
    expect(run.version - world.run.version).toBe(day.taps)
    expect(day.taps).toBeGreaterThan(2)
    await day.backend.stop()
  })
})

interface Given {
  readonly random: () => number
  readonly net: BadNet
  readonly context: BrowserContext
  readonly page: Page
  readonly backend: Backend
}

class BadDay {
  readonly #given: Given
  readonly #url: string
  #page: Page
  #kills = 0
  backend: Backend
  taps = 0
  /** What was tapped last, by the stop's place. */
  readonly told = new Map<number, string>()

  constructor(given: Given) {
    this.#given = given
    this.#page = given.page
    this.#url = given.page.url()
    this.backend = given.backend
  }

  async install(): Promise<void> {
    await this.#page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await this.#page.getByRole('heading', { level: 1 }).waitFor()
  }

  async step(): Promise<void> {
    const dice = this.#given.random()
    if (dice < 0.45) return this.#answer('Done')
    if (dice < 0.55) return this.#answer('Could not')
    if (dice < 0.62) return this.#correct()
    if (dice < 0.8) return this.#given.net.set(this.#pick(WEATHERS))
    if (dice < 0.88) return this.#newTab()
    if (dice < 0.94) return this.#wait()
    return this.#killService()
  }

  /** The storm is over; the phone lies on the seat, the page open. */
  async clearUp(): Promise<void> {
    this.#given.net.set('good')
    await this.#newTab()
    await expectText(this.#page, '✓ all sent')
  }

  async #answer(what: 'Done' | 'Could not'): Promise<void> {
    const page = this.#page
    const name = await this.#name()
    if (name === 'Done. Thank you!') return
    const place = await this.#place()
    if (what === 'Could not') {
      await page.getByRole('button', { name: 'Could not' }).click()
      await page.getByRole('button', { name: 'Locked or closed' }).click()
      await expectText(page, `✓ could not be emptied – Locked or closed · ${name}`)
      return this.#told(place, 'blocked')
    }
    const done = page.getByRole('button', { name: /^(Emptied|Unloaded)$/ })
    const isUnload = (await done.textContent()) === 'Unloaded'
    await done.click()
    const next = page.getByRole('button', { name: 'OK, next' })
    if (isUnload) {
      await next.click()
      await expectText(page, `✓ unloaded · ${name}`)
      return this.#told(place, 'unloaded')
    }
    // From here the tap counts: whether its sheet is closed in peace or the tab dies.
    await page.getByText('Your answer: emptied').waitFor()
    this.#told(place, 'emptied')
    if (this.#given.random() < 0.25) return this.#newTab()
    await next.click()
  }

  #told(place: number, outcome: string): void {
    this.told.set(place, outcome)
    this.taps += 1
  }

  async #name(): Promise<string> {
    return (await this.#page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  }

  async #place(): Promise<number> {
    const header = await this.#page.getByText(/stop \d+ of/).textContent()
    return Number(/stop (\d+) of/.exec(header ?? '')?.[1])
  }

  async #correct(): Promise<void> {
    const change = this.#page.getByRole('button', { name: 'Change' })
    if (!(await change.isVisible())) return
    await change.click()
    await this.#answer('Could not')
  }

  /** The old one dies where it stands. */
  async #newTab(): Promise<void> {
    const old = this.#page
    this.#page = await this.#given.context.newPage()
    await old.close()
    await this.#page.goto(this.#url)
    await this.#page.getByRole('heading', { level: 1 }).waitFor()
  }

  async #killService(): Promise<void> {
    if (++this.#kills > MOST_KILLS) return
    const { dataDir } = this.backend
    await this.backend.kill()
    this.backend = await startBackend({ dataDir, env: { BAKWACHT_CLOCK_AT: NOW } })
    this.#given.net.leadTo(this.backend.http)
  }

  #wait(): Promise<void> {
    return this.#page.waitForTimeout(Math.round(this.#given.random() * 1500))
  }

  #pick<Thing>(things: readonly [Thing, ...Thing[]]): Thing {
    return things[Math.floor(this.#given.random() * things.length)] ?? things[0]
  }
}

const WEATHERS: readonly [Weather, ...Weather[]] = ['good', 'good', 'cut', 'deaf', 'silent']

/** mulberry32 */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
