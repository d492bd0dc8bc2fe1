// The fleet's register as people use it: find, add, change, tie a sensor, import a file.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectText, hasBrowser, PHONE, textOf, visit } from './browser.ts'
import { showQrToCamera } from './camera.ts'
import { demoWorld, type World } from './demo-world.ts'

describe.skipIf(!hasBrowser)('in a browser, what is looked at', () => {
  // Nothing here changes it.
  let world: World
  beforeAll(async () => {
    world = await demoWorld()
  })
  afterAll(() => world?.[Symbol.asyncDispose]())

  test('containers are found, filtered and sorted', async () => {
    await using desk = await visit(`${world.http}/register/containers`)
    const { page } = desk
    await expectText(page, '60 of 60 containers')
    await page.getByLabel('Search by name').fill('LEUVEN bin')
    await expectText(page, /\b[1-9] of 60 containers/)
    await page.getByLabel('Search by name').fill('nowhere at all')
    await expectText(page, 'Nothing fits')
    await page.getByLabel('Search by name').fill('')
    await page.getByLabel('State').selectOption({ index: 1 })
    expect(new URL(page.url()).searchParams.get('mark')).toBe('alarm')
    await page.getByLabel('State').selectOption('')
    await page.getByRole('columnheader').getByRole('button', { name: 'Fill level' }).click()
    await page.getByRole('columnheader').getByRole('button', { name: 'Fill level' }).click()
    expect(
      await page.getByRole('columnheader', { name: 'Fill level' }).getAttribute('aria-sort'),
    ).toBe('descending')

    expect(desk.complaints).toEqual([])
  })

  test('the list goes home as a file that comes back as it was', async () => {
    await using desk = await visit(`${world.http}/register/containers`)
    const { page } = desk
    await expectText(page, '60 of 60 containers')
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ])
    const file = await csv.path()
    expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(61)
    await page.getByRole('link', { name: 'Import a file' }).click()
    await page.getByLabel('File').setInputFiles({
      name: 'containers.csv',
      mimeType: 'text/csv',
      buffer: readFileSync(file),
    })
    await page.getByRole('button', { name: 'See what will change' }).click()
    await expectText(page, 'Everything in the file is in the fleet already.')
    expect(desk.complaints).toEqual([])
  })

  test('two numbers swapped are noticed, and swapped back with one press', async () => {
    await using desk = await visit(`${world.http}/register/add/container`)
    await desk.page.getByLabel('Place').fill('4.7009, 50.8798')
    await expectText(desk.page, 'Is it right?')
    await desk.page.getByRole('button', { name: 'Swap the two numbers' }).click()
    expect(await desk.page.getByLabel('Place').inputValue()).toBe('50.8798, 4.7009')
  })

  test('what is typed while the position is looked for stays', async () => {
    await using desk = await visit('about:blank')
    const { page } = desk
    await page.addInitScript(() => {
      navigator.geolocation.getCurrentPosition = (found) =>
        addEventListener('found', () =>
          found({ coords: { longitude: 4.7, latitude: 50.9, accuracy: 8 } } as GeolocationPosition),
        )
    })
    await page.goto(`${world.http}/register/add/container`)
    await page.getByRole('button', { name: 'Where I stand' }).click()
    await page.getByLabel('Name').fill('Kerkplein')
    await page.evaluate(() => dispatchEvent(new Event('found')))
    await expect.poll(() => page.getByLabel('Place').inputValue()).toBe('50.9, 4.7')
    expect(await page.getByLabel('Name').inputValue()).toBe('Kerkplein')
  })

  test('a place is chosen on the map, by keyboard too', async () => {
    await using desk = await visit(`${world.http}/register/add/container`, { screen: PHONE })
    const { page } = desk
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Please fill this in.').nth(1).waitFor()
    await page.getByRole('button', { name: 'From the map' }).click()
    await page.getByRole('button', { name: 'It stands here' }).click()
    await page.getByText('Please fill this in.').nth(1).waitFor({ state: 'detached' })
    await page.getByLabel('Place').fill('50.98, 4.64')
    await page.getByRole('button', { name: 'From the map' }).click()
    const map = page.getByRole('dialog').getByRole('region', { name: 'Map' })
    await map.getByRole('button', { name: 'Zoom in' }).waitFor()
    await map.locator('canvas').focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(500)
    await page.getByRole('button', { name: 'It stands here' }).click()
    const [lat, lon] = (await page.getByLabel('Place').inputValue()).split(', ').map(Number)
    expect(lat).toBeCloseTo(50.98, 3)
    expect(lon).toBeGreaterThan(4.6401)
    expect(lon).toBeLessThan(4.7)
    expect(desk.complaints).toEqual([])
  })

  test('a QR code before the camera fills in the code', async () => {
    await using desk = await visit(`${world.http}/register/add/device`)
    await showQrToCamera(desk.page, 'sensor-from-a-sticker')
    await desk.page.getByRole('button', { name: 'Scan with the camera' }).click()
    await expect
      .poll(() => desk.page.getByLabel('Code of the sensor').inputValue(), { timeout: 15_000 })
      .toBe('sensor-from-a-sticker')
    expect(desk.complaints).toEqual([])
  })
})

describe.skipIf(!hasBrowser)('in a browser, what is changed', () => {
  // Each changes what no other looks at.
  let world: World
  beforeAll(async () => {
    world = await demoWorld()
  })
  afterAll(() => world?.[Symbol.asyncDispose]())

  test('a container is added with a name and a copied place, then taken out of use and brought back', async () => {
    await using desk = await visit(`${world.http}/register/containers`)
    const { page } = desk
    await page.getByRole('link', { name: 'Add a container' }).click()
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page, 'Please fill this in.')
    await page.getByLabel('Name').fill('Kerkplein 3')
    await page.getByLabel('Place').fill('https://www.openstreetmap.org/#map=17/50.8798/4.7009')
    await expectText(page, /km from Sorteercentrum Haacht/)
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page, 'Kerkplein 3 is in the fleet.')

    await page.goto(`${world.http}/register/containers/kerkplein-3`)
    await page.getByText('More (has usual values)').click()
    await page.getByLabel('Visited at least every').fill('14')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page, 'Saved')
    await page.getByRole('button', { name: 'Take out of use' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click()
    await page.getByRole('button', { name: 'Bring back into use' }).click()
    await page.getByRole('button', { name: 'Take out of use' }).waitFor()
    const stored = await fetch(`${world.http}/api/v1/containers/kerkplein-3`)
    expect(await stored.json()).toMatchObject({
      location: { coordinates: [4.7009, 50.8798] },
      max_days_between_visits: 14,
      active: true,
    })
    expect(desk.complaints).toEqual([])
  })

  test('a depot is taken out of use once nothing needs it, and until then says why not', async () => {
    const depots = `${world.http}/api/v1/depots`
    const { items } = (await (await fetch(depots)).json()) as { items: { id: string }[] }
    const location = { type: 'Point', coordinates: [4.7, 50.9] }
    await fetch(depots, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id: 'old', name: 'Old yard', location }),
    })
    await using desk = await visit(`${world.http}/register/depots/${items[0]?.id}`)
    const { page } = desk
    const retire = async () => {
      await page.getByRole('button', { name: 'Take out of use' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click()
    }
    await retire()
    await expectText(page, 'It is still in use.')
    await page.goto(`${world.http}/register/depots/old`)
    await retire()
    await page.getByRole('button', { name: 'Bring back into use' }).waitFor()
    await page.goto(`${world.http}/register/depots`)
    await expectText(page, /Old yard · retired/)
  })

  // After the depot's: a form once fell where one is out of use.
  test('a vehicle stays in the garage for some days', async () => {
    const vehicles = `${world.http}/api/v1/vehicles`
    const { items } = (await (await fetch(vehicles)).json()) as { items: { id: string }[] }
    const id = items[0]?.id ?? ''
    await using desk = await visit(`${world.http}/register/vehicles/${id}`)
    const { page } = desk
    await page.getByText('More (has usual values)').click()
    await page.getByRole('button', { name: 'Add days' }).click()
    await page.getByLabel('First day').fill('2026-11-30')
    await page.getByRole('button', { name: 'Save' }).click()
    await expectText(page, 'The end has to be later than the start.')
    await page.getByLabel('Last day').fill('2026-12-01')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.waitForURL('**/register/vehicles')
    const stored = (await (await fetch(`${vehicles}/${id}`)).json()) as { unavailable: object[] }
    expect(stored.unavailable).toEqual([
      { from: '2026-11-29T23:00:00.000Z', to: '2026-12-01T23:00:00.000Z' },
    ])
    expect(desk.complaints).toEqual([])
  })

  test('a new sensor is tied by its code, shows its secret once, and moves when it is told to', async () => {
    await using phone = await visit(`${world.http}/register/devices`, { screen: PHONE })
    const { page } = phone
    await page.getByRole('link', { name: 'Tie a sensor to a container' }).click()
    await page.getByLabel('Code of the sensor').fill('sensor-new')
    await page.getByLabel('Find the container').fill('bin-0007')
    await page.getByRole('radio').first().check()
    await expectText(page, 'It will be taken out.')
    await page.getByRole('button', { name: 'Tie', exact: true }).click()
    await expectText(page, 'shown this once')
    await page.getByRole('button', { name: 'Tie another one' }).click()
    await page.getByLabel('Code of the sensor').fill('sensor-new')
    await page.getByLabel('Find the container').fill('bin-0008')
    await page.getByRole('radio').first().check()
    await expectText(page, 'It will move.')
    await page.getByText('Has it been there for longer?').click()
    await page.getByLabel('There since').fill('2026-11-02')
    await page.getByRole('button', { name: 'Tie', exact: true }).click()
    await expectText(page, 'Choose a later day.')
    await page.getByLabel('There since').fill('')
    await page.getByRole('button', { name: 'Tie', exact: true }).click()
    await expectText(page, 'sensor-new sits in')
    expect(await textOf(page)).not.toContain('shown this once')
    await page.goto(`${world.http}/register/devices/sensor-new`)
    await expectText(page, 'Where it sat')
    await page.getByRole('button', { name: 'Take it out of its container' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take it out' }).click()
    await expectText(page, 'in no container')
    // The browser itself notes the refusal of the day that was too early.
    expect(phone.complaints).toEqual([expect.stringContaining('409')])
  })

  test('a file’s columns are guessed and corrected, its bad rows named, and the rest imported', async () => {
    await using desk = await visit(`${world.http}/register/import`)
    const { page } = desk
    const file = [
      'Naam;Breedtegraad;Lengtegraad;Maat;Nummer',
      'Markt 12;50,98;4,63;2.500;markt-12',
      'Station;vijftig;4,64;1800;station',
      'Kerk;;;2200;kerk',
      'Basisschool De Klaver;;;2600;bin-0002',
      'Sportpark De Els;50,99;4,65;3000;bin-0001',
    ].join('\r\n')
    await page.getByLabel('File').setInputFiles({
      name: 'bakken.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${file}`),
    })
    await expectText(page, 'bakken.csv: 5 containers.')
    await page.getByLabel('Size in litres').selectOption('Maat')
    await page.getByRole('button', { name: 'See what will change' }).click()
    await expectText(page, '2 rows cannot be used.')
    await expectText(page, '"vijftig" is not a number.')
    await expectText(page, /Line 4\s+Kerk\s+Place\s+Nothing stands there\./)
    await page.getByRole('button', { name: 'Leave these 2 rows out' }).click()
    await expectText(page, /1 new container\b/)
    await expectText(page, 'Sportpark De Els')
    await page.getByRole('button', { name: 'Import 3 containers' }).click()
    await expectText(page, 'Imported: 1 new, 2 changed.')
    const stored = await fetch(`${world.http}/api/v1/containers/markt-12`)
    expect(await stored.json()).toMatchObject({ capacity_l: 2500, name: 'Markt 12' })
    // The browser itself notes the refusal of the first trial.
    expect(desk.complaints).toEqual([expect.stringContaining('422')])
  })
})

describe.skipIf(!hasBrowser)('in a browser, behind a door', () => {
  test('who may only look is told so, and offered nothing else', async () => {
    const token = 'an-admin-token-for-tests'
    await using world = await demoWorld({ BAKWACHT_ADMIN_TOKEN: token })
    const answer = await fetch(`${world.http}/api/v1/tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'visitor', role: 'viewer' }),
    })
    const { secret } = (await answer.json()) as { secret: string }
    await using desk = await visit(`${world.http}/register/containers`)
    const { page } = desk
    await page.getByLabel('Your access code').fill(secret)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expectText(page, 'Your account may look at this, but not change it.')
    expect(await page.getByRole('link', { name: 'Add a container' }).count()).toBe(0)
    await page
      .getByRole('link', { name: /^Change / })
      .first()
      .click()
    await page.getByLabel('Name').waitFor()
    expect(await page.getByLabel('Name').isDisabled()).toBe(true)
    expect(await page.getByRole('button', { name: /Save|Take out of use/ }).count()).toBe(0)
  })
})
