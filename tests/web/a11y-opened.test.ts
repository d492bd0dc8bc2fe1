// What opens on a page is judged like the page; so are the doors before it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESKTOP, hasBrowser, PHONE, visit } from './browser.ts'
import { demoWorld, emptyWorld, type World } from './demo-world.ts'
import { expectAccessible } from './judge/expect-accessible.ts'
import { tabThrough } from './judge/tab-order.ts'
import { settled } from './settled.ts'

describe.skipIf(!hasBrowser)('what opens', { timeout: 90_000 }, () => {
  let empty: World
  beforeAll(async () => {
    empty = await emptyWorld()
  })
  afterAll(() => empty?.[Symbol.asyncDispose]())

  test('on the first page, on a phone', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`, { screen: PHONE })
    const { page } = desk
    await settled(page)
    await page.getByRole('button', { name: 'Stops of Vrachtwagen' }).click()
    for (const drawer of [/^Left out/, /^Alerts/]) await page.getByText(drawer).click()
    await page.getByText('What the marks mean').click()
    await expectAccessible(page)
    await page.getByText('What the marks mean').click()

    await page
      .getByRole('button', { name: /^Change / })
      .first()
      .click()
    await expectAccessible(page)
    await page.getByRole('menuitem', { name: 'Take out of the run' }).click()
    await page.getByRole('button', { name: 'Do it' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Leave it' }).click()

    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await page.getByRole('button', { name: 'Send to the driver' }).click()
    await page.getByLabel('Link', { exact: true }).waitFor()
    await expectAccessible(page)
    expect(desk.complaints).toEqual([])
  })

  test.each([
    ['at a desk', DESKTOP],
    ['on a phone', PHONE],
  ] as const)('on the first day, %s', async (_, screen) => {
    await using first = await visit(`${empty.http}/`, { screen })
    await settled(first.page)
    await first.page.getByText('More (has usual values)').first().click()
    await expectAccessible(first.page)
    expect(await tabThrough(first.page)).toEqual({ missed: [], unseen: [] })
  })

  test('where a token is wanted, and where nothing is', async () => {
    await using world = await emptyWorld({ BAKWACHT_ADMIN_TOKEN: 'an-admin-token-for-tests' })
    await using door = await visit(`${world.http}/`, { screen: PHONE })
    await settled(door.page)
    await expectAccessible(door.page)
    await using nowhere = await visit(`${empty.http}/regster`, { screen: PHONE })
    await settled(nowhere.page)
    await expectAccessible(nowhere.page)
    await nowhere.page.getByRole('link', { name: 'To today’s plan' }).click()
    await nowhere.page.getByRole('heading', { name: /Three steps/ }).waitFor()
  })
})
