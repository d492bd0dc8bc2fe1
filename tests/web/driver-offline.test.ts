// The driver's page when nothing works: no net, answers that never come, tabs and services that die.
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { ask } from '../system/interface/ask.ts'
import { type BadNet, badNet } from './bad-net.ts'
import { expectText, hasBrowser, PHONE, visit } from './browser.ts'
import { type DriverWorld, driverWorld } from './driver-world.ts'

const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

async function empty(page: Page): Promise<void> {
  await tap(page, 'Emptied')
  await tap(page, 'OK, next')
}

async function couldNot(page: Page): Promise<void> {
  await tap(page, 'Could not')
  await tap(page, 'A car is in the way')
}

/** The service has stored it, and its answer does not come back. */
async function emptiedUnheard(world: DriverWorld, net: BadNet, page: Page): Promise<void> {
  net.set('deaf')
  await empty(page)
  await expect.poll(() => outcomes(world)).toContain('emptied')
}

/** The page has all it needs to open again without a net. */
const isInstalled = (page: Page) =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (navigator.serviceWorker.controller !== null) return
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    )
  })

async function opened(world: DriverWorld, http: string) {
  const driver = await visit(`${http}/driver#${world.token}`, { screen: PHONE })
  await driver.page.getByRole('heading', { level: 1 }).waitFor()
  await isInstalled(driver.page)
  return driver
}

async function again(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return page
}

const outcomes = async (world: DriverWorld) =>
  (await world.now()).stops.map(({ result }) => result?.outcome ?? null)

/** That many results were stored, each once. */
async function expectStored(world: DriverWorld, expected: readonly (string | null)[]) {
  const count = expected.filter((outcome) => outcome !== null).length
  await expect
    .poll(async () => (await outcomes(world)).slice(0, expected.length), { timeout: 30_000 })
    .toEqual(expected)
  expect((await world.now()).version).toBe(world.run.version + count)
}

describe.skipIf(!hasBrowser)('without a net', { timeout: 90_000 }, () => {
  test('the page opens, taps are kept through a closed tab, and arrive in order', async () => {
    await using world = await driverWorld()
    await using net = await badNet(world.http)
    await using driver = await opened(world, net.http)
    net.set('cut')
    await driver.page.reload()
    await empty(driver.page)
    await couldNot(driver.page)
    await expectText(driver.page, '⇡ 2 to send')
    await driver.page.close()

    const page = await again(driver.context, driver.page.url())
    await expectText(page, /stop 3 of/)
    await expectText(page, '⇡ 2 to send')
    await tap(page, 'Emptied')
    await page.close()
    expect(await outcomes(world)).not.toContain('emptied')

    net.set('good')
    const last = await again(driver.context, driver.page.url())
    await expectText(last, '✓ all sent')
    await expectText(last, /stop 4 of/)
    await expectStored(world, ['emptied', 'blocked', 'emptied', null])
  })

  test('an answer that is lost after the service has stored it counts once', async () => {
    await using world = await driverWorld()
    await using net = await badNet(world.http)
    await using driver = await opened(world, net.http)
    await emptiedUnheard(world, net, driver.page)
    await expectText(driver.page, '⇡ 1 to send')
    await driver.page.close()
    net.set('good')
    const page = await again(driver.context, driver.page.url())
    await expectText(page, '✓ all sent')
    await expectStored(world, ['emptied', null])
  })

  test('an answer whose confirmation was lost does not undo what came after it', async () => {
    await using world = await driverWorld()
    await using net = await badNet(world.http)
    await using driver = await opened(world, net.http)
    await emptiedUnheard(world, net, driver.page)
    const path = `/runs/${world.run.id}/stops/${world.run.stops[0]?.id}/result`
    await ask(world.backend, 'POST', path, { body: { outcome: 'skipped' } })
    net.set('good')
    await driver.page.reload()
    await expectText(driver.page, '✓ all sent')
    expect((await outcomes(world))[0]).toBe('skipped')
    expect((await world.now()).version).toBe(world.run.version + 2)
  })

  test('two tabs send what both have kept, each tap once', async () => {
    await using world = await driverWorld()
    await using net = await badNet(world.http)
    await using driver = await opened(world, net.http)
    const other = await again(driver.context, driver.page.url())
    net.set('cut')
    await empty(driver.page)
    await expectText(other, '⇡ 1 to send')
    await tap(other, 'All stops')
    await tap(other, /^2/)
    await couldNot(other)
    await expectText(driver.page, '⇡ 2 to send')
    net.set('good')
    await Promise.all(
      [driver.page, other].map((page) => page.evaluate(() => dispatchEvent(new Event('online')))),
    )
    await expectText(driver.page, '✓ all sent')
    await expectText(other, '✓ all sent')
    await expectStored(world, ['emptied', 'blocked', null])
  })

  test('a tap for a stop that the planner took out is shown, and the next ones go', async () => {
    await using world = await driverWorld()
    await using net = await badNet(world.http)
    await using driver = await opened(world, net.http)
    const { page } = driver
    const [first] = world.run.stops
    net.set('cut')
    await empty(page)
    await empty(page)
    const plan = (await ask(world.backend, 'GET', `/plans/${world.run.plan_id}`)).body
    const dropped = await ask(world.backend, 'PATCH', `/plans/${plan.id}`, {
      body: { ops: [{ op: 'drop', stop_id: first?.id }] },
      headers: { 'if-match': `"${plan.version}"` },
    })
    expect(dropped).toMatchObject({ status: 200 })
    net.set('good')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expectText(page, '! 1 not accepted')
    await expectText(page, 'Your planner has changed the run.')
    await tap(page, '! 1 not accepted')
    await expectText(page, 'This stop is no longer in your run.')
    await expectText(page, first?.name ?? '')
    expect(await outcomes(world)).toContain('emptied')
    await tap(page, 'Remove')
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await expectText(page, '✓ all sent')
  })

  test('a link that was taken back keeps the taps until there is a new one', async () => {
    await using world = await driverWorld()
    await using net = await badNet(world.http)
    await using driver = await opened(world, net.http)
    const { page } = driver
    net.set('cut')
    await empty(page)
    await ask(world.backend, 'DELETE', `/tokens/${world.tokenId}`)
    net.set('good')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expectText(page, 'This link does not work any more')
    await expectText(page, '⇡ 1 to send')
    const link = (await ask(world.backend, 'POST', `/runs/${world.run.id}/link`)).body
    await page.goto(`${net.http}/driver#${link.token}`)
    await expectText(page, '✓ all sent')
    await expectStored(world, ['emptied', null])
  })
})
