// The planner's desk in a real browser: what is collected and why, changing it, approving and sending it.

import type { Plan } from '@bakwacht/api/contract'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectText, hasBrowser, holdBack, PHONE, textOf, type Visit, visit } from './browser.ts'
import { demoWorld, TODAY, type World } from './demo-world.ts'
import { axeFaults } from './judge/axe.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const choose = (page: Page, name: string | RegExp) =>
  page.getByRole('menuitem', { name }).filter({ visible: true }).click()
const stops = (page: Page) =>
  page.locator('[data-stop-id]').filter({ has: page.locator('h3 button') })
const names = (page: Page) => stops(page).locator('h3').allInnerTexts()

/** From a stop's menu. */
async function change(page: Page, stop: string, choice: string | RegExp): Promise<void> {
  await button(page, `Change ${stop}`).click()
  await choose(page, choice)
}

/** Read by another page, since a page may take its own clipboard away. */
async function clipboardOf({ page, context }: Visit): Promise<string> {
  await context.grantPermissions(['clipboard-read'])
  const other = await context.newPage()
  await other.goto(page.url())
  const text = await other.evaluate(() => navigator.clipboard.readText())
  await other.close()
  return text
}

const planOf = async ({ http }: World): Promise<Plan> => {
  const answer = await fetch(`${http}/api/v1/plans?date=${TODAY}`)
  return (await answer.json()).items[0]
}

const binsOf = (plan: Plan) =>
  plan.runs.flatMap(({ stops }) => stops).filter(({ kind }) => kind === 'container').length

const patch = (world: World, id: string, version: number, ops: readonly object[]) =>
  fetch(`${world.http}/api/v1/plans/${id}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify({ ops }),
  })

/** The first test waits for the demo to be made. */
const WITHIN = { timeout: 90_000 }

describe.skipIf(!hasBrowser)('the desk, looked at', WITHIN, () => {
  let world: World
  beforeAll(async () => {
    world = await demoWorld()
  }, WITHIN.timeout)
  afterAll(() => world?.[Symbol.asyncDispose]())

  test('says at a glance what is collected and why, what is not, and what is wrong', async () => {
    const plan = await planOf(world)
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await page.getByRole('heading', { level: 1, name: 'Monday 23 November' }).waitFor()
    const bins = binsOf(plan)
    await expectText(page, RegExp(`1 run · ${bins} bins · \\d\\.\\d t · \\d+ km · € \\d+`))
    await expectText(page, `Left out (${60 - bins})`)
    await expectText(page, /Alerts \(\d+\)/)
    expect(await names(page)).toHaveLength(bins)
    expect(await textOf(page)).toContain(plan.runs[0]?.stops[0]?.reason.text)

    const leftOut = plan.not_collected.at(-1)
    const fleet = await (await fetch(`${world.http}/api/v1/containers.geojson`)).json()
    const bin = fleet.features.find(({ id }: { id: string }) => id === leftOut?.container_id)
    await page.getByLabel(/Find a bin/).fill(bin.properties.name)
    await expectText(page, `Left out. ${leftOut?.reason.text}`)
    expect(desk.complaints).toEqual([])
  })

  test('on a phone the day is read from above, and nothing is wider than the screen', async () => {
    await using desk = await visit(`${world.http}/`, { screen: PHONE, language: 'nl' })
    const { page } = desk
    const bins = binsOf(await planOf(world))
    await expectText(page, `1 ronde · ${bins} containers`)
    await button(page, 'Stops van Vrachtwagen').click()
    expect(await names(page)).toHaveLength(bins)
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(wider).toBe(0)
    expect(desk.complaints).toEqual([])
  })

  test('alerts come the worst first, and are marked as seen', async () => {
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await page.getByRole('heading', { name: /^Left out/ }).click()
    await page.getByRole('heading', { name: /^Alerts/ }).click()
    expect(await axeFaults(page)).toEqual([])
    await button(page, /^Mark as seen/)
      .first()
      .click()
    await expectText(page, 'seen by open')
    expect(desk.complaints).toEqual([])
  })

  test('one run is printed as a list', async () => {
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await button(page, 'More for Vrachtwagen').click()
    await choose(page, 'Print the list')
    await page.emulateMedia({ media: 'print' })
    await page.getByRole('heading', { name: 'Vrachtwagen, Monday 23 November' }).waitFor()
    expect(await page.locator('table tbody tr').filter({ visible: true }).count()).toBe(
      (await planOf(world)).runs[0]?.stops.length,
    )
    expect(await page.getByRole('heading', { name: /^Alerts/ }).count()).toBe(0)
    expect(desk.complaints).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('the desk, worked at', WITHIN, () => {
  test('a stop is moved by keyboard, taken out, locked, with its price, and all of it is undone', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await stops(page).first().waitFor()
    const before = await names(page)
    const [first = '', second = '', third = ''] = before

    // The focus goes to the menu's first choice: of the first stop, "Later".
    await button(page, `Change ${first}`).press('Enter')
    await page.locator('[role=menuitem]:focus').filter({ hasText: 'Later' }).waitFor()
    await page.keyboard.press('Enter')
    await expectText(page, `${first}: stop 2 of Vrachtwagen`)
    await expectText(page, /[+−]\d+(\.\d)? km, [+−]\d:\d\d/)
    expect(await axeFaults(page)).toEqual([])
    expect((await planOf(world)).version).toBe(1)
    await button(page, 'Do it').press('Enter')
    await expectText(page, `Done: ${first}: stop 2 of Vrachtwagen.`)
    expect((await names(page)).slice(0, 3)).toEqual([second, first, third])

    await change(page, third, 'Take out of the run')
    await button(page, 'Leave it').click()
    expect(await names(page)).toHaveLength(before.length)
    await change(page, third, 'Take out of the run')
    await button(page, 'Do it').click()
    await expectText(page, `Left out (${61 - before.length})`)
    await change(page, second, 'Keep in this place')
    await expectText(page, 'stays in this place')

    for (const what of [`${second}: what planning`, `Take ${third} out`, `${first}: stop 2`]) {
      await button(page, /^Undo$/).click()
      await expectText(page, `Undone: ${what}`)
    }
    expect(await button(page, /^Undo$/).count()).toBe(0)
    expect(await names(page)).toEqual(before)
    await expectText(page, `Left out (${60 - before.length})`)
    expect(desk.complaints).toEqual([])
  })

  test('a change that is left before its price has come does not come back with it', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await stops(page).first().waitFor()
    const before = await names(page)
    const [first = '', second = ''] = before
    const price = await holdBack(page, 'PATCH', '**/api/v1/plans/*?dry_run=true')
    await change(page, first, 'Take out of the run')
    await price.asked
    await button(page, 'Leave it').click()
    await change(page, second, 'Take out of the run')
    await button(page, 'Do it').waitFor()
    const late = page.waitForResponse(/dry_run=true/)
    price.letGo()
    await (await late).finished()

    // The price of the other still stands, and is what is done.
    await button(page, 'Do it').click()
    await expectText(page, `Done: Take ${second} out.`)
    expect(await names(page)).toEqual(before.filter((name) => name !== second))
    expect(desk.complaints).toEqual([])
  })

  test('what is wished while a change is being made is priced for the plan after it', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await stops(page).first().waitFor()
    const [first = '', second = ''] = await names(page)
    const made = await holdBack(page, 'PATCH', /plans\/[^?]*$/)
    await change(page, first, 'Take out of the run')
    await button(page, 'Do it').click()
    await made.asked
    await change(page, second, 'Take out of the run')
    await expectText(page, `Take ${second} out`)
    made.letGo()
    await button(page, 'Do it').click()
    await expectText(page, `Done: Take ${second} out.`)
    expect(await textOf(page)).not.toContain('Somebody else')
    expect((await planOf(world)).version).toBe(3)
    expect((await names(page)).filter((name) => [first, second].includes(name))).toEqual([])
    expect(desk.complaints).toEqual([])
  })

  test('a stop is dragged to another place and to another vehicle', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await stops(page).first().waitFor()
    const before = await names(page)
    const [first = '', second = ''] = before

    await change(page, second, /^To Bestelwagen 1/)
    await button(page, 'Do it').click()
    await expectText(page, `Done: ${second}`)
    await expectText(page, `2 runs · ${before.length} bins`)
    const row = (name: string) => stops(page).filter({ hasText: name })
    await row(first)
      .locator('.handle')
      .dragTo(row(second).locator('.handle'), { targetPosition: { x: 8, y: 2 } })
    await expectText(page, `${first}: stop 1 of Bestelwagen 1`)
    await button(page, 'Do it').click()
    await expectText(page, `Done: ${first}: stop 1 of Bestelwagen 1.`)
    const { runs } = await planOf(world)
    const van = runs.find(({ vehicle_id }) => vehicle_id === 'van-1')
    expect(van?.stops.map(({ name }) => name).slice(0, 2)).toEqual([first, second])
    // Let go over the run's head, just above its first stop.
    const third = before[2] ?? ''
    await row(third)
      .locator('.handle')
      .dragTo(page.locator('.run', { has: row(first) }).locator('.loads'))
    await expectText(page, `${third}: stop 1 of Bestelwagen 1`)
    expect(desk.complaints).toEqual([])
  })

  test('what is being done stays when the plan cannot be read again for a while', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await stops(page).first().waitFor()
    const [first = '', second = ''] = await names(page)
    await change(page, first, 'Take out of the run')
    await button(page, 'Do it').waitFor()
    const failed: string[] = []
    await page.route('**/api/v1/plans?date=*', (route) => {
      failed.push(route.request().url())
      return route.abort()
    })
    const { id, version, runs } = await planOf(world)
    const other = runs[0]?.stops.find(({ name }) => name === second)
    await patch(world, id, version, [{ op: 'lock', stop_id: other?.id, lock: 'position' }])
    // As often as the page tries by itself.
    await expect.poll(() => failed.length, { timeout: 30_000 }).toBeGreaterThanOrEqual(4)
    await page.waitForTimeout(200)
    await button(page, 'Do it').waitFor({ timeout: 1000 })
    expect(await names(page)).toContain(second)
  })

  test('what somebody else changed meanwhile is said, and the wish is kept', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await stops(page).first().waitFor()
    const before = await names(page)
    const [first = '', , third = ''] = before
    await change(page, first, 'Take out of the run')
    await button(page, 'Do it').waitFor()

    const { id, version, runs } = await planOf(world)
    const other = runs[0]?.stops.find(({ name }) => name === third)
    await patch(world, id, version, [{ op: 'drop', stop_id: other?.id }])
    await button(page, 'Do it').click()
    await expectText(page, 'Somebody else changed this plan meanwhile')
    await button(page, 'Do it').click()
    await expectText(page, `Done: Take ${first} out.`)
    await expectText(page, `Left out (${62 - before.length})`)
    // What is refused says why, and leaves the plan alone.
    const far = page.getByRole('menuitem', { name: 'To Vrachtwagen' })
    await page.getByLabel(/Find a bin/).fill(third)
    await button(page, `Add ${third} to a run`).click()
    await far.filter({ visible: true }).click()
    await button(page, 'Leave it').click()
    expect((await planOf(world)).version).toBe(version + 2)
  })

  test('approved and sent, the run shows live what the driver reports', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await button(page, 'Approve').click()
    await expectText(page, 'approved')
    await button(page, 'Send to the driver').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('img', { name: /Scan this/ }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    const link = await dialog.getByLabel('Link').inputValue()
    expect(link).toMatch(/^http:.*\/driver#.+/)
    // As on a page that came without encryption.
    await page.evaluate(() => Reflect.deleteProperty(Navigator.prototype, 'clipboard'))
    await dialog.getByRole('button', { name: 'Copy the link' }).click()
    await expectText(page, 'Copied.')
    expect(await clipboardOf(desk)).toBe(link)
    await page.evaluate(() => {
      document.execCommand = () => false
    })
    await dialog.getByRole('button', { name: 'Copy the link' }).click()
    await expectText(page, 'Copying is not possible here.')
    const authorization = `Bearer ${new URL(link).hash.slice(1)}`
    const [sent] = (await planOf(world)).runs
    const run = `${world.http}/api/v1/runs/${sent?.id}`
    const told = await fetch(`${run}/stops/${sent?.stops[0]?.id}/result`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ outcome: 'emptied', kg: 75 }),
    })
    expect(told.status).toBe(201)
    await expectText(page, /emptied at \d\d:\d\d, 75 kg/)
    await expectText(page, 'on the way')

    await dialog.getByRole('button', { name: 'Make all links of this run invalid' }).click()
    await expectText(page, 'No link to this run works any longer.')
    expect((await fetch(run, { headers: { authorization } })).status).toBe(401)
    await dialog.getByRole('button', { name: 'Close' }).click()
    expect(desk.complaints).toEqual([])
  })

  test('a day without a plan offers to make one, and shows it when it is made', async () => {
    await using world = await demoWorld()
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await button(page, 'Next: Tuesday 24 November').click()
    await page.getByRole('heading', { level: 1, name: 'Tuesday 24 November' }).waitFor()
    await button(page, 'Make a plan').click()
    await expectText(page, /\d+ runs? · \d+ bins?|Nothing has to be collected/)
    await button(page, 'The day before').click()
    await expectText(page, 'Monday 23 November')
    expect(desk.complaints).toEqual([])
  })

  test('what cannot be done is refused in the language of the page, and the plan stays', async () => {
    await using world = await demoWorld()
    const url = `${world.http}/api/v1/vehicles/van-2`
    const body = JSON.stringify({ ...(await (await fetch(url)).json()), payload_kg: 10 })
    const headers = { 'content-type': 'application/json', 'if-match': '*' }
    expect((await fetch(url, { method: 'PUT', headers, body })).status).toBe(200)
    await using desk = await visit(`${world.http}/`, { language: 'nl' })
    const { page } = desk
    await stops(page).first().waitFor()
    const [first = ''] = await names(page)
    await button(page, `${first} wijzigen`).click()
    await choose(page, /^Naar Bestelwagen 2/)
    await expectText(
      page,
      /Dit kan niet: rit 1 van Bestelwagen 2 zou \d+ kg laden, er mag 10 kg in/,
    )
    await button(page, 'Niet doen').click()
    expect(await names(page)).toContain(first)
    expect((await planOf(world)).version).toBe(1)
  })
})
