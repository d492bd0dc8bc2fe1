// The bar on top, the languages and the door, in a real browser on the real backend.
import { describe, expect, test } from 'vitest'
import { expectText, hasBrowser, PHONE, visit } from './browser.ts'
import { demoWorld, emptyWorld } from './demo-world.ts'

describe.skipIf(!hasBrowser)('in a browser', { timeout: 60_000 }, () => {
  test('the pages open, go live and complain of nothing', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
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
      await using world = await demoWorld()
      await using desk = await visit(`${world.http}/`, { language, screen: PHONE })
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
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/register/vehicles`)
    const { page } = desk
    await page.getByRole('link', { name: 'Settings' }).click()
    const heading = page.getByRole('heading', { level: 1, name: 'Settings' })
    await expect.poll(() => heading.evaluate((h1) => h1 === document.activeElement)).toBe(true)
    await expect.poll(() => page.title()).toBe('Settings · Bakwacht')
    await page.getByRole('link', { name: 'Calendar' }).click()
    await expect.poll(() => page.title()).toBe('Calendar · Bakwacht')
  })

  test('without a connection the page says since when', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/settings`)
    await expectText(desk.page, 'live')
    await world.backend.stop()
    await expectText(desk.page, /No connection since \d\d:\d\d/)
  })

  test('a part that is gone after an update is fetched by loading the page anew, once', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/settings/calendar`)
    const { page } = desk
    await page.getByRole('heading', { name: 'Calendar' }).waitFor()
    await page.route('**/assets/access-page-*.js', (route) => route.fulfill({ status: 404 }), {
      times: 1,
    })
    await page.getByRole('link', { name: 'Access' }).click()
    await page.getByRole('heading', { level: 1, name: 'Access' }).waitFor()
  })

  test('a part that stays out of reach is told in words, with a way on', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/settings/calendar`)
    const { page } = desk
    await page.getByRole('heading', { name: 'Calendar' }).waitFor()
    await page.route('**/assets/access-page-*.js', (route) => route.fulfill({ status: 404 }))
    await page.getByRole('link', { name: 'Access' }).click()
    await page.getByRole('heading', { name: 'This page could not be loaded' }).waitFor()
    await page.getByRole('link', { name: 'Fleet' }).click()
    await page.getByRole('heading', { level: 1, name: 'Containers' }).waitFor()
  })
})
