// The bar on top, the languages and the door, in a real browser on the real backend.
import { describe, expect, test } from 'vitest'
import { expectText, hasBrowser, PHONE, visit } from './browser.ts'
import { demoWorld } from './demo-world.ts'

describe.skipIf(!hasBrowser)('in a browser', () => {
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
})
