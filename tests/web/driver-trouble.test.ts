// What goes wrong on one phone, or with one answer, while all else works: it is said, and nothing is lost.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ask } from '../system/interface/ask.ts'
import { expectText, hasBrowser, holdBack, PHONE, visit } from './browser.ts'
import { type DriverWorld, driverWorld } from './driver-world.ts'

const HOUR = 3_600_000
const tap = (page: Page, name: string | RegExp, limit: { readonly timeout?: number } = {}) =>
  page.getByRole('button', { name }).click(limit)

async function empty(page: Page): Promise<void> {
  await tap(page, 'Emptied')
  await tap(page, 'OK, next')
}

const outcomes = async (world: DriverWorld) =>
  (await world.now()).stops.slice(0, 2).map(({ result }) => result?.outcome ?? null)

/** A page that opens with this done to its browser, and sends by itself alone. */
async function opened(
  world: DriverWorld,
  before: () => void = () => undefined,
  link = world.token,
) {
  const driver = await visit('about:blank', { screen: PHONE })
  await driver.page.addInitScript(() =>
    Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'),
  )
  await driver.page.addInitScript(before)
  await driver.page.goto(`${world.http}/driver#${link}`)
  await driver.page.getByRole('heading', { level: 1 }).waitFor()
  return driver
}

describe.skipIf(!hasBrowser)('the driver’s page', { timeout: 90_000 }, () => {
  test('shows what was opened last, also if the answer to the one before comes later', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => undefined, 'no-link')
    const { page } = driver
    const open = (link: string) =>
      page.evaluate((hash) => {
        location.hash = hash
      }, link)
    await expectText(page, 'This link does not work any more')
    const held = await holdBack(page, 'GET', '**/api/v1/session')
    await open(world.token)
    await held.asked
    await open('none-either')
    await expectText(page, 'This link does not work any more')
    const late = page.waitForResponse(/briefing/)
    held.letGo()
    await (await late).finished()
    await page.waitForTimeout(300)
    expect(await page.getByRole('button', { name: 'Emptied' }).count()).toBe(0)
    await open(world.token)
    await page.getByRole('button', { name: 'Emptied' }).waitFor()
  })

  test('goes on with the link that was opened last', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world)
    const { page } = driver
    const path = `/runs/${encodeURIComponent(world.run.id)}`
    const { body: newer } = await ask(world.backend, 'POST', `${path}/link`)
    const held = await holdBack(page, 'GET', `**/api/v1${path}/briefing`)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await held.asked
    await page.evaluate((hash) => {
      location.hash = hash
    }, newer.token)
    await expectText(page, 'stop 1 of')
    const late = page.waitForResponse(/briefing/)
    held.letGo()
    await (await late).finished()
    await ask(world.backend, 'DELETE', `/tokens/${world.tokenId}`)
    await empty(page)
    await expectText(page, '✓ all sent')
    await expect.poll(() => outcomes(world)).toEqual(['emptied', null])
  })

  test('an answer at which the service fails holds up no other, is named, and goes in the end', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world)
    const { page } = driver
    const [first] = world.run.stops
    const path = `**/stops/${encodeURIComponent(first?.id ?? '')}/result`
    await page.route(path, (route) => route.fulfill({ status: 500, body: 'sorry' }))
    await empty(page)
    await empty(page)
    await expect.poll(() => outcomes(world), { timeout: 30_000 }).toEqual([null, 'emptied'])
    await tap(page, '! 1 not accepted')
    await expectText(page, 'fails at this answer (error 500)')
    await page.reload()
    await tap(page, '! 1 not accepted')
    await page.unroute(path)
    // By itself it may go before anybody asks.
    await tap(page, 'Try now', { timeout: 5_000 }).catch(() => undefined)
    await expectText(page, '✓ all sent')
    expect(await outcomes(world)).toEqual(['emptied', 'emptied'])
    expect((await world.now()).version).toBe(world.run.version + 2)
  })

  test('a clock that jumps ahead costs no answer, and not its time', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      const { now } = Date
      let jump = 0
      Date.now = () => now() + jump
      addEventListener('jump', () => {
        jump = 3 * 3_600_000
      })
    })
    const { page } = driver
    const service = Date.parse((await ask(world.backend, 'GET', '/session')).body.now)
    // What would tell the page before the answer does.
    await page.route('**/session', (route) => route.abort())
    await page.evaluate(() => dispatchEvent(new Event('jump')))
    await empty(page)
    await expectText(page, '✓ all sent')
    const [first] = (await world.now()).stops
    expect(Math.abs(Date.parse(first?.result?.at ?? '') - service)).toBeLessThan(HOUR / 20)
  })

  test('says when the phone’s memory does not answer, and drives all the same', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      const { open } = IDBFactory.prototype
      IDBFactory.prototype.open = function (...given) {
        const request = open.apply(this, given)
        request.addEventListener = () => undefined
        return request
      }
    })
    await expectText(driver.page, 'The memory of this phone does not answer.')
    await empty(driver.page)
    await expectText(driver.page, '✓ all sent')
    expect((await outcomes(world))[0]).toBe('emptied')
  })

  test('says that it cannot keep answers, where nothing is full', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world, () => {
      IDBObjectStore.prototype.add = () => {
        throw new DOMException('broken', 'UnknownError')
      }
    })
    await empty(driver.page)
    await expectText(driver.page, 'This phone cannot keep answers just now.')
    await expectText(driver.page, '✓ all sent')
    expect((await outcomes(world))[0]).toBe('emptied')
  })

  test('a stop that the planner takes out stays under the thumb, and says so', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world)
    const { page } = driver
    const [first, second] = world.run.stops
    await tap(page, 'Could not')
    const plan = (await ask(world.backend, 'GET', `/plans/${world.run.plan_id}`)).body
    await ask(world.backend, 'PATCH', `/plans/${plan.id}`, {
      body: { ops: [{ op: 'drop', stop_id: first?.id }] },
      headers: { 'if-match': `"${plan.version}"` },
    })
    await page.evaluate(() => dispatchEvent(new Event('online')))
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Your planner has just taken this stop out').waitFor()
    await tap(page, 'A car is in the way')
    await expectText(page, '! 1 not accepted')
    await page.getByRole('heading', { level: 1, name: second?.name ?? '', exact: true }).waitFor()
    await expectText(page, 'Your planner has changed the run.')
    await tap(page, '! 1 not accepted')
    await expectText(page, 'This stop is no longer in your run.')
  })
})
