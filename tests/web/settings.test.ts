// Settings, calendar and access as people use them, in a real browser on the real backend.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectText, hasBrowser, holdBack, PHONE, visit } from './browser.ts'
import { demoWorld, emptyWorld } from './demo-world.ts'

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' })
const settingsOf = async (http: string) =>
  (await (await fetch(`${http}/api/v1/settings`)).json()) as Record<string, unknown>

describe.skipIf(!hasBrowser)('in a browser', { timeout: 90_000 }, () => {
  test('a change is tried on the day, told with its bins, and then saved', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/settings`)
    const { page } = desk
    await page.getByLabel('Full from').fill('25')
    await button(page, 'What would this change?').click()
    await page.getByRole('heading', { name: 'What this would change' }).waitFor()
    await expectText(page, /The plan of Monday,? 23 November would change by: \d+ bins more/)
    await page.getByText(/^\d+ bins come in$/).click()
    await expectText(page, /Then: /)
    expect(await settingsOf(world.http)).toMatchObject({ version: 1, overflow_pct: 95 })

    await button(page, 'Save').click()
    await expectText(page, 'Saved')
    await expectText(page, /changed\s+Back to 95 %/)
    expect(await settingsOf(world.http)).toMatchObject({ version: 2, overflow_pct: 25 })
    await button(page, /^Back to 95/).click()
    await button(page, 'Save').click()
    await expectText(page, 'Saved')
    expect(await settingsOf(world.http)).toMatchObject({ version: 3, overflow_pct: 95 })
    expect(desk.complaints).toEqual([])
  })

  test('a rule of damp is tried on the last two weeks, and names the bins that it would send for', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/settings`)
    const { page } = desk
    await page.getByRole('textbox', { name: 'Damp from', exact: true }).fill('0.3')
    // So little more water would hardly take anything: here it takes all.
    await page.getByLabel('Textile in a damp bin is lost with a chance of').fill('100')
    await button(page, 'What would this change?').click()
    await expectText(page, /The plan of Monday,? 23 November would change by: \d+ bins more/)
    await expectText(page, 'those of the last two weeks are judged again')
    await page.getByText(/^\d+ bins come in$/).click()
    await expectText(page, /Before: Not full: .*Then: Damp inside: /s)
    expect(await page.getByText('cannot show').count()).toBe(0)
    expect(desk.complaints).toEqual([])
  })

  test('a change that two plans cannot show says so', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/settings`)
    await desk.page.getByLabel('Move a stop only if it saves').fill('9')
    await button(desk.page, 'What would this change?').click()
    await expectText(desk.page, /would stay the same/)
    await expectText(desk.page, /cannot show their effect:\s+Move a stop only if it saves/)
  })

  test('settings are found by their words, a wrong number is told at its field, wherever it is', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/settings`)
    const { page } = desk
    const search = page.getByLabel('Find a setting')
    await search.fill('mould risk')
    await page.getByLabel('Empty from a mould risk of').fill('9')
    expect(await page.getByLabel('Full from').isVisible()).toBe(false)
    await search.fill('nothing like that')
    await expectText(page, 'No setting has these words.')
    await button(page, 'Save').click()
    await expectText(page, 'At most 6.')
    expect(await page.getByLabel('Empty from a mould risk of').isVisible()).toBe(true)
    await button(page, 'Discard').click()
    await search.fill('zzz')
    await search.fill('')
    expect(await page.getByLabel('Full from').isVisible()).toBe(true)
    expect((await settingsOf(world.http)).version).toBe(1)
    expect(desk.complaints).toEqual([])
  })

  test('what somebody else saved meanwhile is shown beside one’s own, and nothing is lost', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/settings`)
    const { page } = desk
    await page.getByLabel('Worth a look from').fill('35')
    const others = { ...(await settingsOf(world.http)), may_from_pct: 50, overflow_pct: 90 }
    const put = { method: 'PUT', headers: { 'content-type': 'application/json' } }
    await fetch(`${world.http}/api/v1/settings`, { ...put, body: JSON.stringify(others) })
    await button(page, 'Save').click()
    await expectText(page, 'Somebody else has saved settings meanwhile')
    await expectText(page, 'Full from: now 90 %')
    await expectText(page, 'Worth a look from: now 50 %, yours 35 %')
    await button(page, 'Save').click()
    await expectText(page, 'Saved')
    const saved = await settingsOf(world.http)
    expect(saved).toMatchObject({ version: 3, may_from_pct: 35, overflow_pct: 90 })
  })

  test('what is changed while the rest is being saved stays, and is saved next', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/settings`)
    const { page } = desk
    const held = await holdBack(page, 'PUT', '**/api/v1/settings')
    await page.getByLabel('Full from').fill('25')
    await button(page, 'Save').click()
    await held.asked
    await page.getByLabel('Move a stop only if it saves').fill('9')
    held.letGo()
    await expectText(page, 'Saved')
    expect(await settingsOf(world.http)).toMatchObject({ version: 2, overflow_pct: 25 })
    await button(page, 'Save').click()
    await expect
      .poll(() => settingsOf(world.http))
      .toMatchObject({ version: 3, overflow_pct: 25, plan: { change_cost: 9 } })

    await page.goto(`${world.http}/settings/calendar`)
    const calendar = await holdBack(page, 'PUT', '**/api/v1/calendar')
    await page.getByLabel('Monday').uncheck()
    await button(page, 'Save').click()
    await calendar.asked
    await page.getByLabel('Tuesday').uncheck()
    calendar.letGo()
    await expectText(page, 'Saved')
    await button(page, 'Save').click()
    const days = async () =>
      (await (await fetch(`${world.http}/api/v1/calendar`)).json()).working_days
    await expect.poll(days).toEqual([3, 4, 5, 6])
    expect(desk.complaints).toEqual([])
  })

  test('the calendar takes closed days and absent drivers, on a phone too', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/settings/calendar`, { screen: PHONE })
    const { page } = desk
    await page.getByLabel('Saturday').uncheck()
    await button(page, 'Add a closed day').click()
    await page.getByLabel('Day', { exact: true }).fill('2026-12-25')
    await page.getByLabel('Name, e.g. Christmas').fill('Christmas')
    await page.getByRole('link', { name: 'Rules' }).click()
    await page.getByRole('heading', { name: 'Money' }).waitFor()
    await page.getByRole('link', { name: 'Calendar' }).click()
    expect(await page.getByLabel('Name, e.g. Christmas').inputValue()).toBe('Christmas')
    await button(page, 'Add an absence').click()
    await page.getByLabel('Driver').fill('Noor')
    await page.getByLabel('First day').fill('2026-12-01')
    await page.getByLabel('Last day').fill('2026-11-30')
    await button(page, 'Save').click()
    await expectText(page, 'The last day has to be on or after the first day.')
    await page.getByLabel('Last day').fill('2026-12-04')
    await button(page, 'Save').click()
    await expectText(page, 'Saved')
    expect(await (await fetch(`${world.http}/api/v1/calendar`)).json()).toEqual({
      closed: [{ date: '2026-12-25', depot_id: null, name: 'Christmas' }],
      working_days: [1, 2, 3, 4, 5],
      driver_absence: [{ driver: 'Noor', from: '2026-12-01', to: '2026-12-04' }],
    })
    expect(desk.complaints).toEqual([])
  })

  test('an administrator gives a code, a reader signs in with it and is offered nothing to change', async () => {
    const admin = 'an-admin-token-for-tests'
    await using world = await emptyWorld({ BAKWACHT_ADMIN_TOKEN: admin })
    await using desk = await visit(`${world.http}/settings/access`)
    const { page } = desk
    await page.getByLabel('Your access code').fill(admin)
    await button(page, 'Sign in').click()
    await page.getByLabel('Name', { exact: true }).fill('Noor')
    await page.getByRole('radio', { name: 'Reader' }).check()
    await button(page, 'Give access').click()
    const code = await page.getByRole('dialog').getByRole('textbox').inputValue()
    await button(page, 'I have copied it').click()
    await expectText(page, 'Noor')

    await using reader = await visit(`${world.http}/settings`)
    await reader.page.getByLabel('Your access code').fill(code)
    await button(reader.page, 'Sign in').click()
    await expectText(reader.page, 'Only a planner may change them.')
    expect(await reader.page.getByLabel('Full from').isDisabled()).toBe(true)
    expect(await reader.page.getByRole('link', { name: 'Access' }).count()).toBe(0)

    await button(page, 'Take away the access of Noor').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take away' }).click()
    await expectText(page, 'Nobody has a code yet.')
    await reader.page.reload()
    await expectText(reader.page, 'Your access code')
  })
})
