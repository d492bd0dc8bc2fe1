// Two people at the same form: nobody's change is lost, and who saves second is told.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectText, hasBrowser, holdBack, visit } from './browser.ts'
import { emptyWorld, type World } from './demo-world.ts'

const location = { type: 'Point', coordinates: [4.637, 50.976] }
const room = { payload_kg: 1000, volume_l: 9000 }

const SAVED_ELSEWHERE = 'Not saved yet: it was changed elsewhere meanwhile (Minutes a visit).'

describe.skipIf(!hasBrowser)('in a browser', () => {
  let world: World
  beforeAll(async () => {
    world = await emptyWorld()
    await put('depots/haacht', { id: 'haacht', name: 'Haacht', location })
    await put('sites/park', { id: 'park', name: 'Park', location })
    await put('vehicles/van', { id: 'van', name: 'Van', depot_id: 'haacht', ...room })
    await put('containers/markt', { id: 'markt', name: 'Markt', location, capacity_l: 2000 })
  })
  afterAll(() => world?.[Symbol.asyncDispose]())

  const read = async (path: string) =>
    (await (await fetch(`${world.http}/api/v1/${path}`)).json()) as Record<string, unknown>
  const put = async (path: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const request = { method: 'PUT', headers, body: JSON.stringify(body) }
    expect((await fetch(`${world.http}/api/v1/${path}`, request)).ok).toBe(true)
  }
  const somebodyElse = async (path: string, changes: object) =>
    put(path, { ...(await read(path)), ...changes })

  test.each([
    ['depots/haacht', { unload_min: 77 }, 'Time to unload a vehicle'],
    ['sites/park', { site_min: 7 }, 'Minutes a visit'],
    [
      'vehicles/van',
      { cost: { fixed: 7, per_km: 1, per_hour: 30 }, driver: 'Noor' },
      'Costs, Driver',
    ],
    [
      'containers/markt',
      { note: 'behind the church', capacity_l: 2500 },
      'Note for the driver, It holds',
    ],
  ])('%s keeps what others saved meanwhile', async (path, changes, named) => {
    await using desk = await visit(`${world.http}/register/${path}`)
    const { page } = desk
    await page.getByLabel('Name').fill('A better name')
    await somebodyElse(path, changes)
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page, `Not saved yet: it was changed elsewhere meanwhile (${named}).`)
    expect(await read(path)).not.toMatchObject({ name: 'A better name' })
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => read(path)).toMatchObject({ name: 'A better name', ...changes })
    expect(desk.complaints).toEqual([])
  })

  test('a driver who empties the container meanwhile is no hindrance', async () => {
    await using desk = await visit(`${world.http}/register/containers/markt`)
    const { page } = desk
    await page.getByLabel('It holds').fill('3000')
    const emptied = { last_emptied_at: '2026-11-22T09:00:00.000Z' }
    await somebodyElse('containers/markt', emptied)
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page, 'Saved')
    expect(await read('containers/markt')).toMatchObject({ capacity_l: 3000, ...emptied })
    // The form stays, and goes on from what it saved.
    await page.getByLabel('It holds').fill('3100')
    await page.getByText('Saved', { exact: true }).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => read('containers/markt')).toMatchObject({ capacity_l: 3100 })
  })

  test('what slips in between reading and saving is not written over', async () => {
    await using desk = await visit(`${world.http}/register/sites/park`)
    const { page } = desk
    await page.getByLabel('Name').fill('The park')
    let late = 0
    await page.route('**/api/v1/sites/park', async (route) => {
      if (route.request().method() === 'PUT' && late++ === 0)
        await somebodyElse('sites/park', { site_min: 9 })
      await route.continue()
    })
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page, SAVED_ELSEWHERE)
    expect(await read('sites/park')).not.toMatchObject({ name: 'The park' })
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(() => read('sites/park')).toMatchObject({ name: 'The park', site_min: 9 })
  })

  test('what is written while the rest is being saved is not gone with the form', async () => {
    await using desk = await visit(`${world.http}/register/add/site`)
    const { page } = desk
    const save = page.getByRole('button', { name: 'Save' })
    await page.getByLabel('Name').fill('Station')
    await page.getByLabel('Place').fill('50.976, 4.637')
    const added = await holdBack(page, 'POST', '**/api/v1/sites')
    await save.click()
    await added.asked
    await page.getByLabel('Name').fill('Station, north side')
    added.letGo()
    await expect.poll(() => read('sites/station')).toMatchObject({ name: 'Station' })
    const changed = await holdBack(page, 'PUT', '**/api/v1/sites/station')
    await save.click()
    await changed.asked
    await page.getByLabel('Name').fill('Station, gate 2')
    changed.letGo()
    await expect.poll(() => read('sites/station')).toMatchObject({ name: 'Station, north side' })
    await save.click()
    await page.waitForURL('**/register/sites')
    expect(await read('sites/station')).toMatchObject({ name: 'Station, gate 2' })
    expect(desk.complaints).toEqual([])
  })

  test('two people’s closed days and absences all stand in the calendar', async () => {
    const christmas = { date: '2026-12-25', depot_id: null, name: 'Christmas' }
    const ascension = { date: '2027-05-06', depot_id: null, name: 'Ascension' }
    await using desk = await visit(`${world.http}/settings/calendar`, { language: 'nl' })
    const { page } = desk
    await page.getByRole('button', { name: 'Gesloten dag toevoegen' }).click()
    await page.getByLabel('Dag', { exact: true }).fill(christmas.date)
    await page.getByLabel('Naam, bv. Kerstmis').fill(christmas.name)
    await somebodyElse('calendar', { closed: [ascension], working_days: [1, 2, 3, 4] })
    const save = page.getByRole('button', { name: 'Opslaan', exact: true })
    await save.click()
    await expectText(page, /Nog niet opgeslagen: intussen is dit elders gewijzigd/)
    await save.click()
    await expect
      .poll(() => read('calendar'))
      .toMatchObject({ closed: [ascension, christmas], working_days: [1, 2, 3, 4] })
    expect(desk.complaints).toEqual([])
  })
})
