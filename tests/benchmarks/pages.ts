// The desk with 5,000 containers in Chromium: until the map answers to the mouse, how evenly it follows,
// and whether news of the fleet hold it up. Its figures are those of a browser that draws without a GPU.
import { type Browser, chromium, type Page } from 'playwright-core'
import { type Backend, startBackend } from '../system/backend.ts'
import { type Fleet, registerFleet } from '../system/fleet.ts'
import { median, type Report } from './figure.ts'
import { type Frames, framesDuring, pan } from './pages/frames.ts'

const FLEET = { containers: 5000, days: 1, everyMin: 240 }
const PROGRAM = '/usr/bin/chromium'
const LOADS = 5
const SECONDS = 5
/** What news there are while the map is panned, once a second. */
const REPORTS = 50
const SLOW_MS = 50

export async function benchPages(report: Report): Promise<void> {
  const backend = await startBackend()
  const fleet = await registerFleet(backend, FLEET)
  const browser = await chromium.launch({ executablePath: PROGRAM, args: ['--no-sandbox'] })
  await reportFleet(report, backend)
  await reportLoads(report, browser, backend)
  await reportPanning(report, browser, backend, fleet)
  await browser.close()
  await backend.stop()
  backend.removeData()
}

async function reportFleet(report: Report, { http }: Backend): Promise<void> {
  const url = `${http}/api/v1/containers.geojson`
  for (const encoding of ['identity', 'gzip']) {
    const times: number[] = []
    let bytes = 0
    for (let n = 0; n < LOADS; n++) {
      const began = performance.now()
      const answer = await fetch(url, { headers: { 'accept-encoding': encoding } })
      await answer.arrayBuffer()
      times.push(performance.now() - began)
      bytes = Number(answer.headers.get('content-length'))
    }
    report({
      name: `GET /containers.geojson, ${encoding}: median`,
      value: median(times),
      unit: 'ms',
      detail: { first: times[0] ?? 0, kB: bytes / 1000 },
    })
  }
}

/** Each time as somebody new: nothing is in the browser's cache. */
async function reportLoads(report: Report, browser: Browser, { http }: Backend): Promise<void> {
  const lists: number[] = []
  const maps: number[] = []
  for (let n = 0; n < LOADS; n++) {
    const page = await newPage(browser, http)
    lists.push(await since(page, 'h1'))
    maps.push(await since(page, '.fleet-map[aria-busy=false]'))
    await page.context().close()
  }
  const detail = (times: readonly number[]) => ({ longest: Math.max(...times) })
  report({ name: 'heading: median', value: median(lists), unit: 'ms', detail: detail(lists) })
  report({
    name: 'map drawn with 5,000 containers: median',
    value: median(maps),
    unit: 'ms',
    goal: '<= 2000',
    detail: detail(maps),
  })
}

async function reportPanning(
  report: Report,
  browser: Browser,
  { http }: Backend,
  fleet: Fleet,
): Promise<void> {
  const page = await newPage(browser, http)
  await since(page, '.fleet-map[aria-busy=false]')
  for (const zoom of ['whole fleet', 'twice closer', 'four times closer', 'eight times closer']) {
    if (zoom !== 'whole fleet') await page.getByRole('button', { name: 'Zoom in' }).click()
    await page.waitForTimeout(1000)
    reportFrames(report, `panning, ${zoom}`, await framesDuring(page, () => pan(page, SECONDS)))
  }
  const news = async () => {
    for (let n = 0; n < SECONDS; n++) await fleet.report(REPORTS)
  }
  const frames = await framesDuring(page, async () => {
    await Promise.all([pan(page, SECONDS), news()])
  })
  reportFrames(report, 'panning while the fleet reports', frames)
  await page.context().close()
}

function reportFrames(report: Report, name: string, { intervals, longTasks }: Frames): void {
  report({
    name: `${name}: longest frame`,
    value: Math.max(...intervals),
    unit: 'ms',
    goal: `<= ${SLOW_MS}`,
    detail: {
      frames: intervals.length,
      median: median(intervals),
      'above 50 ms': intervals.filter((ms) => ms > SLOW_MS).length,
      'longest task': Math.max(0, ...longTasks),
    },
  })
}

async function newPage(browser: Browser, http: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(http, { waitUntil: 'commit' })
  return page
}

/** @returns milliseconds from the page's first byte until there is one */
async function since(page: Page, selector: string): Promise<number> {
  await page.waitForSelector(selector, { state: 'attached', timeout: 30_000 })
  return await page.evaluate(() => performance.now())
}
