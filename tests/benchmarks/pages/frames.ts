// What somebody sees move: the time from picture to picture, and what held the page up meanwhile.
import type { Page } from 'playwright-core'

export interface Frames {
  /** Milliseconds from each picture to the next, in order. */
  readonly intervals: readonly number[]
  /** Milliseconds of each task of the page's own thread above 50 ms. */
  readonly longTasks: readonly number[]
}

/** Runs in the page. */
const COUNTER = `(() => {
  const intervals = []
  const longTasks = []
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration)
  })
  observer.observe({ type: 'longtask' })
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
      observer.disconnect()
      return { intervals: intervals.slice(1), longTasks }
    },
  }
})()`

/** Counts while `act` goes on. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<Frames> {
  const counter = await page.evaluateHandle<{ end(): Frames }>(COUNTER)
  await act()
  return await counter.evaluate((counting) => counting.end())
}

/** As a hand does: to and fro with the button held down. */
export async function pan(page: Page, seconds: number): Promise<void> {
  const box = await page.locator('.fleet-map').boundingBox()
  if (box === null) throw new Error('there is no map on the page')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const began = performance.now()
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 0; performance.now() - began < seconds * 1000; step++) {
    const turn = step / 20
    await page.mouse.move(
      x + 0.35 * box.width * Math.sin(turn),
      y + 0.35 * box.height * Math.sin(1.7 * turn),
    )
    await page.waitForTimeout(12)
  }
  await page.mouse.up()
}
