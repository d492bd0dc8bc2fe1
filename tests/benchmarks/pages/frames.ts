// What somebody sees move: the time from picture to picture.
import type { Page } from 'playwright-core'

/** Runs in the page. */
const COUNTER = `(() => {
  const intervals = []
  let before = performance.now()
  let going = true
  const count = () => {
    const now = performance.now()
    intervals.push(now - before)
    before = now
    if (going) requestAnimationFrame(count)
  }
  requestAnimationFrame(count)
  return {
    end() {
      going = false
      return intervals.slice(1)
    },
  }
})()`

/** Milliseconds from each picture to the next while `act` goes on. */
export async function framesDuring(
  page: Page,
  act: () => Promise<unknown>,
): Promise<readonly number[]> {
  const counter = await page.evaluateHandle<{ end(): readonly number[] }>(COUNTER)
  await act()
  return await counter.evaluate((counting) => counting.end())
}

/** As a hand does: to and fro with the button held down. */
export async function pan(page: Page, seconds: number): Promise<void> {
  const middle = await middleOf(page, '.fleet-map')
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down()
  await sway(page, middle, seconds)
  await page.mouse.up()
}

/** The same hand where nothing moves with it: what the machine costs alone. */
export const hover = async (page: Page, seconds: number): Promise<void> =>
  sway(page, await middleOf(page, '.desk-list'), seconds)

interface Middle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

async function middleOf(page: Page, selector: string): Promise<Middle> {
  const box = await page.locator(selector).boundingBox()
  if (box === null) throw new Error(`there is no ${selector} on the page`)
  const height = Math.min(box.height, 500)
  return { x: box.x + box.width / 2, y: box.y + height / 2, width: box.width, height }
}

async function sway(page: Page, { x, y, width, height }: Middle, seconds: number): Promise<void> {
  const began = performance.now()
  for (let step = 0; performance.now() - began < seconds * 1000; step++) {
    const turn = step / 20
    await page.mouse.move(
      x + 0.35 * width * Math.sin(turn),
      y + 0.35 * height * Math.sin(1.7 * turn),
    )
    await page.waitForTimeout(12)
  }
}
