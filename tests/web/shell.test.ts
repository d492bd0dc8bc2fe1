// The bar on top, the languages and the door, in a real browser on the real backend.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBackend } from '../system/backend.ts'
import { expectText, hasBrowser, holdBack, PHONE, textOf, visit } from './browser.ts'
import { demoWorld, emptyWorld, type World } from './demo-world.ts'

describe.skipIf(!hasBrowser)('in a browser', { timeout: 90_000 }, () => {
  // Whoever changes or stops something has a world of its own.
  let demo: World
  let empty: World
  beforeAll(async () => {
    ;[demo, empty] = await Promise.all([demoWorld(), emptyWorld()])
  })
  afterAll(async () => {
    await demo?.[Symbol.asyncDispose]()
    await empty?.[Symbol.asyncDispose]()
  })

  test('the pages open, go live and complain of nothing', async () => {
    await using desk = await visit(`${demo.http}/`)
    await expectText(desk.page, 'live')
    for (const name of ['Fleet', 'Settings', 'Today']) {
      await desk.page.getByRole('link', { name }).click()
      await desk.page.getByRole('heading', { level: 1 }).first().waitFor()
    }
    expect(desk.complaints).toEqual([])
  })

  test.each([
    ['nl', 'Vandaag'],
    ['fr', 'Aujourd’hui'],
    ['de', 'Heute'],
  ] as const)(
    'a browser that wishes %s reads it, and may choose another',
    async (language, today) => {
      await using desk = await visit(`${demo.http}/`, { language, screen: PHONE })
      await expectText(desk.page, today)
      await desk.page.getByRole('combobox').first().selectOption('en')
      await expectText(desk.page, 'Today')
    },
  )

  test('where a token is wanted, it is asked for, and a wrong one is refused', async () => {
    const token = 'an-admin-token-for-tests'
    await using world = await demoWorld({ BAKWACHT_ADMIN_TOKEN: token })
    await using desk = await visit(`${world.http}/`)
    const field = desk.page.getByLabel('Your access code')
    await field.fill('wrong')
    await desk.page.getByRole('button', { name: 'Sign in' }).click()
    await expectText(desk.page, 'This code is not known')
    await field.fill(token)
    await desk.page.getByRole('button', { name: 'Sign in' }).click()
    await expectText(desk.page, 'Sign out')
  })

  test('a new page names the window and takes the focus to its heading', async () => {
    await using desk = await visit(`${empty.http}/register/vehicles`)
    const { page } = desk
    await page.getByRole('link', { name: 'Settings' }).click()
    const heading = page.getByRole('heading', { level: 1, name: 'Settings' })
    await expect.poll(() => heading.evaluate((h1) => h1 === document.activeElement)).toBe(true)
    await expect.poll(() => page.title()).toBe('Settings · Bakwacht')
    await page.getByRole('link', { name: 'Calendar' }).click()
    await expect.poll(() => page.title()).toBe('Calendar · Bakwacht')
  })

  test('without a connection the page says since when, and is live again when it is back', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/settings`)
    await expectText(desk.page, 'live')
    await world.backend.stop()
    await expectText(desk.page, /No connection since \d\d:\d\d/)
    const env = { BAKWACHT_HTTP_PORT: new URL(world.http).port }
    const again = await startBackend({ dataDir: world.backend.dataDir, env })
    await expect.poll(() => textOf(desk.page), { timeout: 20_000 }).not.toContain('No connection')
    await again.stop()
  })

  test('a browser that thinks it has no net shows what a server in the house tells', async () => {
    await using desk = await visit(`${demo.http}/settings`)
    const { page } = desk
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
    await page.evaluate(() => dispatchEvent(new Event('offline')))
    await page.getByRole('link', { name: 'Fleet' }).click()
    await page.getByRole('link', { name: 'Parking De Schuur' }).first().waitFor()
  })

  test('a driver who signs in at the desk is told where the run is found', async () => {
    const token = 'an-admin-token-for-tests'
    await using world = await emptyWorld({ BAKWACHT_ADMIN_TOKEN: token })
    const issued = await fetch(`${world.http}/api/v1/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ name: 'Noor', role: 'driver' }),
    })
    const { secret } = (await issued.json()) as { secret: string }
    await using desk = await visit(`${world.http}/`)
    await desk.page.getByLabel('Your access code').fill(secret)
    await desk.page.getByRole('button', { name: 'Sign in' }).click()
    await expectText(desk.page, 'Open the link to your run')
    const signOut = desk.page.getByRole('button', { name: 'Sign out' })
    await desk.page.route('**/api/v1/session', (route) => route.abort(), { times: 1 })
    await signOut.click()
    await expectText(desk.page, 'The server does not answer.')
    await signOut.click()
    await desk.page.getByLabel('Your access code').waitFor()
  })

  test('a part that is gone after an update is fetched by loading the page anew, once', async () => {
    await using desk = await visit(`${empty.http}/settings/calendar`)
    const { page } = desk
    await page.getByRole('heading', { name: 'Calendar' }).waitFor()
    await page.route('**/assets/access-page-*.js', (route) => route.fulfill({ status: 404 }), {
      times: 1,
    })
    await page.getByRole('link', { name: 'Access' }).click()
    await page.getByRole('heading', { level: 1, name: 'Access' }).waitFor()
  })

  test('who goes on from a part that is gone is left where they went', async () => {
    await using desk = await visit(`${empty.http}/settings/calendar`)
    const { page } = desk
    await page.route('**/assets/access-page-*.js', (route) => route.fulfill({ status: 404 }))
    const isServerThere = await holdBack(page, 'HEAD', `${empty.http}/`)
    const marked = () => page.evaluate(() => 'mark' in globalThis)
    await page.evaluate(() => Object.assign(globalThis, { mark: true }))
    await page.getByRole('link', { name: 'Access' }).click()
    await isServerThere.asked
    await page.getByRole('link', { name: 'Fleet' }).click()
    isServerThere.letGo()
    await page.waitForTimeout(1000)
    expect(await marked()).toBe(true)
  })

  test('a part that stays out of reach is told in words, with a way on', async () => {
    await using desk = await visit(`${empty.http}/settings/calendar`)
    const { page } = desk
    await page.getByRole('heading', { name: 'Calendar' }).waitFor()
    await page.route('**/assets/access-page-*.js', (route) => route.fulfill({ status: 404 }))
    const loadedAnew = page.waitForEvent('load')
    await page.getByRole('link', { name: 'Access' }).click()
    await loadedAnew
    await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor()
    await page.getByRole('link', { name: 'Fleet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Containers' }).waitFor()
  })
})
