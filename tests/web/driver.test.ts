// A driver's day on the smallest phone, with a net that holds.
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { expectText, hasBrowser, PHONE, visit } from './browser.ts'
import { type DriverWorld, driverWorld } from './driver-world.ts'
import { axeFaults } from './judge/axe.ts'
import { sideways } from './judge/sideways.ts'
import { smallTargets } from './judge/targets.ts'

/** Gloves. */
const LEAST_TARGET_PX = 64

const opened = (world: DriverWorld, language: 'en' | 'nl' | 'fr' | 'de' = 'en') =>
  visit(`${world.http}/driver#${world.token}`, { screen: PHONE, language })
const tap = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const results = async (world: DriverWorld) => (await world.now()).stops.map(({ result }) => result)

describe.skipIf(!hasBrowser)('the driver’s page', { timeout: 90_000 }, () => {
  test('goes from stop to stop, and the office knows each answer', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world)
    const { page } = driver
    const [first, second, third] = world.run.stops
    await expectText(page, /wagen.* · stop 1 of/)
    await page.getByRole('heading', { level: 1, name: first?.name ?? '' }).waitFor()

    await tap(page, 'Emptied')
    await page.getByText('Weighed: type it').click()
    await page.getByLabel('Weight in kg').fill('74.5')
    await page.getByText('Partly wet').click()
    await tap(page, 'OK, next')
    await page.getByRole('heading', { level: 1, name: second?.name ?? '' }).waitFor()
    await expectText(page, /emptied, 75 kg, 37 kg wet/)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(second?.name)

    await tap(page, 'Problem')
    await page.getByText('Sensor loose or hanging').click()
    await tap(page, 'Save')
    await expectText(page, 'Noticed: Sensor loose or hanging')
    await tap(page, 'Could not')
    await tap(page, 'A car is in the way')
    await page.getByRole('heading', { level: 1, name: third?.name ?? '' }).waitFor()
    await expectText(page, '✓ all sent')
    const at = expect.stringMatching(/^2026-11-23T04:0/)
    await expect
      .poll(async () => (await results(world)).slice(0, 3))
      .toMatchObject([
        { outcome: 'emptied', kg: 74.5, wet_kg: 37.3, note: null, at },
        { outcome: 'blocked', note: 'A car is in the way; Sensor loose or hanging', at },
        null,
      ])
    expect(driver.complaints).toEqual([])

    await using desk = await visit(`${world.http}/`)
    await expectText(desk.page, /emptied at 05:0\d, 75 kg, 37 kg wet/)
    await desk.page.getByRole('heading', { name: /^Alerts/ }).click()
    await expectText(desk.page, /Wet textile was found in it on .*: 37 kg of 75 kg/)
  })

  test('lets a driver put the last answer right', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world)
    const { page } = driver
    await tap(page, 'Emptied')
    await tap(page, 'OK, next')
    await tap(page, 'Change')
    await expectText(page, 'Your answer: emptied.')
    await tap(page, 'Could not')
    await tap(page, 'Locked or closed')
    await expectText(page, '✓ all sent')
    await expect
      .poll(async () => (await results(world))[0])
      .toMatchObject({
        outcome: 'blocked',
        note: 'Locked or closed',
      })
  })

  test('a problem that is told later does not move the emptying', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world)
    const { page } = driver
    await tap(page, 'Emptied')
    await tap(page, 'OK, next')
    await expectText(page, '✓ all sent')
    const before = (await results(world))[0]
    await tap(page, 'Change')
    await tap(page, 'Problem')
    await page.getByText('Rubbish beside it').click()
    await tap(page, 'Save')
    await expect
      .poll(async () => (await results(world))[0])
      .toEqual({ ...before, note: 'Rubbish beside it' })
  })

  test('everyone can use each of its screens', async () => {
    await using world = await driverWorld()
    await using driver = await opened(world)
    const { page } = driver
    const judged = async (screen: string) =>
      expect({
        screen,
        faults: await axeFaults(page),
        small: await smallTargets(page, LEAST_TARGET_PX),
        sideways: await sideways(page),
      }).toEqual({ screen, faults: [], small: [], sideways: [] })
    await judged('the stop')
    await tap(page, 'Navigate')
    await judged('map apps')
    await page.keyboard.press('Escape')
    await tap(page, 'Problem')
    await page.getByText('Something else').click()
    await judged('a problem')
    await page.keyboard.press('Escape')
    await tap(page, 'Could not')
    await judged('why not')
    await page.keyboard.press('Escape')
    await driver.context.setOffline(true)
    await tap(page, 'Emptied')
    await page.getByText('Weighed: type it').click()
    await judged('how much')
    await page.getByLabel('Weight in kg').fill('80')
    await tap(page, 'OK, next')
    await judged('the next stop')
    await tap(page, '2 to send')
    await judged('what waits')
    await tap(page, 'Back to the stop')
    await tap(page, 'All stops')
    await judged('all stops')
  })
})
