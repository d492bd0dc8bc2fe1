// One container's page on the real backend: what it says, its charts, and what can be done there.
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectText, hasBrowser, PHONE, type Visit, visit } from './browser.ts'
import { demoWorld, type World } from './demo-world.ts'

/** One world for all of them: whoever changes something has a container of its own. */
let world: World
beforeAll(async () => {
  if (hasBrowser) world = await demoWorld()
}, 60_000)
afterAll(() => world?.[Symbol.asyncDispose]())

const open = (id: string, given: Parameters<typeof visit>[1] = {}): Promise<Visit> =>
  visit(`${world.http}/containers/${id}`, given)

const api = async (path: string) => (await fetch(`${world.http}/api/v1${path}`)).json()

const dayOf = (time: string) =>
  new Date(time).toLocaleDateString('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'Europe/Brussels',
  })

const chart = (page: Page, name: string) => page.getByRole('slider', { name })
const drawn = (page: Page, name: string) => chart(page, name).locator('canvas').waitFor()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

describe.skipIf(!hasBrowser)('the page of a container', () => {
  test('says what is known, why, what is planned, and that the sensor works', async () => {
    await using shown = await open('bin-0002')
    const { page } = shown
    await page.getByRole('heading', { level: 1, name: 'Parking De Schuur' }).waitFor()
    await expectText(page, 'wet: water gets in')
    // How soon the fleet's habits were learnt moves the days: the page tells those that the API foresees.
    const { forecast } = await api('/containers/bin-0002/state')
    const { full_at, full_early_at: early, full_late_at: late } = forecast
    const spread =
      late === null ? `not before ${dayOf(early)}` : `between ${dayOf(early)} and ${dayOf(late)}`
    const days = `about ${dayOf(full_at)}\n${spread}`
    await expectText(page, days)
    await expectText(
      page,
      /In a collection run \(not approved yet\): visited on Monday 23 November/,
    )
    await expectText(page, /With .+, as container \d+ of \d+\./)
    await expectText(page, /Warning\. Damp inside: /)
    await expectText(page, 'The sensor works. Last message: Mon 23 Nov, 04:23.')
    await page.getByText('The last 6 readings').click()
    await expectText(page, '1,130 mm')
    await page.getByRole('link', { name: 'To the plan' }).click()
    await page.waitForURL(`${world.http}/?date=2026-11-23`)
    expect(shown.complaints).toEqual([])
  })

  test('charts are read by key, zoomed by drawing and by buttons, and told as tables', async () => {
    await using shown = await open('bin-0002')
    const { page } = shown
    for (const name of ['Fill level', 'Temperature', 'Humidity', 'Mould']) await drawn(page, name)
    await expectText(page, 'Between 1 % and 71 %, now 49 %.')
    await expectText(page, /Tue 17 Nov, 12:23: emptied · from 59 % to 0 % · seen by the sensor/)
    const fill = chart(page, 'Fill level')
    await fill.press('Home')
    const told = () => fill.getAttribute('aria-valuetext')
    expect(await told()).toMatch(/^Mon,? 9 Nov,? .* · fill level \d+/)
    await fill.press('ArrowRight')
    expect(await told()).toMatch(/single readings \d+/)

    const whole = 'You see Mon 9 Nov, 05:0'
    await expectText(page, whole)
    const box = await fill.locator('.u-over').boundingBox()
    if (box === null) throw new Error('the chart has no place')
    await page.mouse.move(box.x + box.width * 0.25, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + 60, { steps: 4 })
    await page.mouse.up()
    await expectText(page, /You see Sat 14 Nov, .* to Thu 19 Nov/)
    await button(page, 'Zoom in').click()
    await expectText(page, /You see Sun 15 Nov, .* to Wed 18 Nov/)
    await button(page, 'Back').click()
    await button(page, 'Back').click()
    await expectText(page, whole)

    await fill.press('End')
    await fill.press('+')
    await expectText(page, /You see Thu 19 Nov, .* to Mon 30 Nov/)

    await page.getByText('Own dates').click()
    await page.getByLabel('First day').fill('2026-10-24')
    await page.getByLabel('Last day').fill('2026-10-25')
    await button(page, 'Show').click()
    await expectText(page, 'You see Sat 24 Oct, 00:00 to Mon 26 Oct, 00:00.')
    await expectText(page, 'Nothing was measured in this time.')

    await button(page, '2 days').click()
    await expectText(page, 'You see Sat 21 Nov')
    await drawn(page, 'Humidity')
    await page.getByText('As a table').first().click()
    await page.getByRole('cell', { name: 'Sunday 22 November, 12:00' }).first().waitFor()
    expect(shown.complaints).toEqual([])
  })

  test('readings are saved as a file, charts as a picture', async () => {
    await using shown = await open('bin-0001')
    const { page } = shown
    await drawn(page, 'Mould')
    const saved = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()])
      return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
    }
    const csv = await saved('Save readings (CSV)')
    expect(csv.name).toBe('bin-0001 2026-11-09 2026-11-30.csv')
    expect(csv.bytes.toString().split('\n').slice(0, 2).join()).toMatch(/^ts,device_id,.*sim-0001/)
    const picture = await saved('Save charts as a picture')
    expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
  })

  test('it can be asked for, its alerts seen, taken out of use and used again', async () => {
    await using shown = await open('bin-0018')
    const { page } = shown
    await button(page, 'Please empty it').click()
    await page.getByLabel('Note for the driver').fill('bags beside it')
    await button(page, 'Ask').click()
    await expectText(page, 'Asked. The next plan will have it.')
    await expectText(page, /I want it emptied · bags beside it/)
    await button(page, 'I have seen it').first().click()
    await expectText(page, /seen by /)
    await button(page, 'Show in the charts').first().click()
    await expectText(page, /You see Thu 12 Nov, .* to Mon 16 Nov/)
    await button(page, 'Take out of use').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click()
    await expectText(page, 'It is out of use, so nobody will empty it.')
    expect((await api(`/containers/bin-0018`)).active).toBe(false)
    await button(page, 'Bring back into use').click()
    await button(page, 'Please empty it').waitFor()
    expect(shown.complaints).toEqual([])
  })

  test('“it is empty now” shows its readings, and sets that distance alone', async () => {
    const before = await api(`/containers/bin-0023`)
    await using shown = await open('bin-0023')
    const { page } = shown
    await button(page, 'It is empty now').click()
    const dialog = page.getByRole('dialog')
    await expectText(page, 'Until now: 1,710 mm.')
    const readings = await dialog.getByRole('checkbox').all()
    expect(readings).toHaveLength(6)
    for (const reading of readings.slice(1)) await reading.uncheck()
    await readings[0]?.check()
    const { readings: known } = await api(`/containers/bin-0023/state`)
    const distance: number = known.at(-1).distance_mm
    await expectText(page, `Empty will be ${distance.toLocaleString('en')} mm.`)
    await button(page, 'Use this distance').click()
    await expectText(page, 'Saved')
    expect(await api(`/containers/bin-0023`)).toEqual({
      ...before,
      empty_distance_mm: distance,
    })
    expect(shown.complaints).toEqual([])
  })

  test('settings say beside the field what is wrong, and keep what is right', async () => {
    await using shown = await open('bin-0025')
    const { page } = shown
    await button(page, 'Change the settings').click()
    await page.getByText('More (has usual values)').click()
    await page.getByLabel('Time to empty it').fill('700')
    await button(page, 'Save').click()
    await expectText(page, 'At most 480.')
    await page.getByLabel('Time to empty it').fill('8')
    await page.getByLabel('Name').fill('Sportpark, at the gate')
    await button(page, 'Add times').click()
    await page.getByLabel('Sat').check()
    await button(page, 'Save').click()
    await page.getByRole('heading', { level: 1, name: 'Sportpark, at the gate' }).waitFor()
    expect(await api(`/containers/bin-0025`)).toMatchObject({
      name: 'Sportpark, at the gate',
      service_min: 8,
      capacity_l: 2500,
      access: [{ days: [1, 2, 3, 4, 5, 6], from: '07:00', to: '18:00' }],
    })
    expect(shown.complaints).toEqual([])
  })

  test('a dead sensor is seen at a glance, on a phone too', async () => {
    await using shown = await open('bin-0051', { screen: PHONE, language: 'nl', dark: true })
    const { page } = shown
    await expectText(page, 'De sensor zwijgt: het laatste bericht kwam op vr 20 nov')
    await drawn(page, 'Vulgraad')
    await expectText(page, 'Tot nu toe één sensor')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(shown.complaints).toEqual([])
  })

  test('a container that is not there is said not to be, with a way on', async () => {
    await using shown = await open('nowhere')
    await shown.page.getByRole('heading', { name: 'There is no container “nowhere”' }).waitFor()
    await shown.page.getByRole('link', { name: 'To all containers' }).waitFor()
  })
})
