// A system on its first day, as the one who sets it up meets it.
import { describe, expect, test } from 'vitest'
import { expectText, hasBrowser, PHONE, visit } from './browser.ts'
import { emptyWorld } from './demo-world.ts'

describe.skipIf(!hasBrowser)('in a browser', () => {
  test('an empty system leads through depot, vehicle and containers, goes on after a reload, and ends at the desk', async () => {
    await using world = await emptyWorld()
    await using desk = await visit(`${world.http}/`, { screen: PHONE })
    const { page } = desk
    await expectText(page, 'Step 1 of 3')
    await page.getByLabel('Name').fill('Haacht')
    await page.getByLabel('Place').fill('50.976, 4.637')
    await page.getByRole('button', { name: 'Save' }).click()

    await expectText(page, 'Step 2 of 3')
    await page.getByLabel('Name').fill('Van 1')
    await page.getByLabel('Carries at most').fill('1,100')
    await page.reload()
    await expectText(page, 'Step 2 of 3')
    await page.getByLabel('Name').fill('Van 1')
    await page.getByLabel('Carries at most').fill('1,100')
    await page.getByLabel('Room for').fill('13000')
    await page.getByRole('button', { name: 'Save' }).click()

    await expectText(page, 'Step 3 of 3')
    await page.getByLabel('Name').fill('Kerkplein 3')
    await page.getByLabel('Place').fill('50.98 4.64')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page, 'What comes next')
    await expectText(page, '1 container')
    await page.getByRole('button', { name: 'To today’s page' }).click()
    await page.getByText('What comes next').waitFor({ state: 'hidden' })
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByText('Three steps').waitFor({ state: 'hidden' })

    const { items } = (await (await fetch(`${world.http}/api/v1/vehicles`)).json()) as {
      items: unknown[]
    }
    expect(items).toMatchObject([{ depot_id: 'haacht', payload_kg: 1100, volume_l: 13_000 }])
    expect(desk.complaints).toEqual([])
  })

  test('the containers of step three may come from a file, and the greeting waits until they are there', async () => {
    await using world = await emptyWorld()
    const add = (path: string, body: object) =>
      fetch(`${world.http}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    const location = { type: 'Point', coordinates: [4.637, 50.976] }
    await add('depots', { id: 'haacht', name: 'Haacht', location })
    await add('vehicles', {
      id: 'van',
      name: 'Van',
      depot_id: 'haacht',
      payload_kg: 1,
      volume_l: 1,
    })
    await using desk = await visit(`${world.http}/`)
    const { page } = desk
    await expectText(page, 'Step 3 of 3')
    await page.getByRole('link', { name: 'Take them over from a file' }).click()
    await page.getByLabel('File').setInputFiles({
      name: 'bins.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('name,lat,lon\nA,50.98,4.64\nB,50.99,4.65\n'),
    })
    await page.getByRole('button', { name: 'See what will change' }).click()
    await page.getByRole('button', { name: 'Import 2 containers' }).click()
    await expectText(page, 'Imported: 2 new')
    await page.getByRole('main').getByRole('link', { name: 'Today' }).click()
    await expectText(page, 'All steps are done.')
    expect(desk.complaints).toEqual([])
  })
})
