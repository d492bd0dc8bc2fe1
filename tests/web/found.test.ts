// What docs/pages.md says is found without help is found by just those clicks.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DESKTOP, expectText, hasBrowser, PHONE, visit } from './browser.ts'
import { demoWorld, type World } from './demo-world.ts'

/** Of the demo: silent since Friday. */
const DEAD = 'sim-0051'

describe.skipIf(!hasBrowser)('found without help', { timeout: 90_000 }, () => {
  let world: World
  beforeAll(async () => {
    world = await demoWorld()
  })
  afterAll(() => world?.[Symbol.asyncDispose]())

  describe.each([
    ['at a desk', DESKTOP],
    ['on a phone', PHONE],
  ] as const)('%s', (_, screen) => {
    const desk = () => visit(`${world.http}/`, { screen })

    test('that a sensor is dead: two clicks', async () => {
      await using visited = await desk()
      const { page } = visited
      await page.getByRole('link', { name: 'Fleet' }).click()
      await page.getByRole('link', { name: 'Sensors' }).click()
      const sensor = page.getByRole('row').filter({ hasText: 'sim-' }).first()
      await expect.poll(() => sensor.textContent()).toMatch(new RegExp(`${DEAD}.*silent`))
      expect(visited.complaints).toEqual([])
    })

    test('why a bin is not collected: typing its name', async () => {
      await using visited = await desk()
      await visited.page.getByLabel('Find a bin').fill('kapelleveld')
      await expectText(visited.page, /Left out\. Not full: about \d+ %; the next possible visit is/)
    })

    test('how to take a bin out: three clicks', async () => {
      await using visited = await desk()
      const { page } = visited
      const fold = page.getByRole('button', { name: 'Stops of Vrachtwagen' })
      if (screen === PHONE) await fold.click()
      await page
        .getByRole('button', { name: /^Change / })
        .first()
        .click()
      await page.getByRole('menuitem', { name: 'Take out of the run' }).click()
      await expectText(page, /−[\d.]+ km/)
      await page.getByRole('button', { name: 'Do it' }).click()
      await expectText(page, /Done: Take .* out\./)
      await page.getByRole('button', { name: /^Undo: / }).click()
      await expectText(page, /Undone: /)
    })
  })

  test('what is collected tomorrow: one click, and one more where nobody planned it yet', async () => {
    await using visited = await visit(`${world.http}/`)
    await visited.page.getByRole('button', { name: 'Next: Tuesday 24 November' }).click()
    await visited.page.getByRole('button', { name: 'Make a plan' }).click()
    await expectText(visited.page, 'The plan is being made')
  })
})
