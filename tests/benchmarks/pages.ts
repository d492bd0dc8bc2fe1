// The desk with 5,000 containers in Chromium: until the map answers to the mouse, how evenly it follows,
// and whether news of the fleet hold it up. Its figures are those of a browser that draws without a GPU.
import { type Browser, chromium, type Page } from 'playwright-core'
import { type Backend, startBackend } from '../system/backend.ts'
import { type Fleet, registerFleet } from '../system/fleet.ts'
import { median, type Report } from './figure.ts'
import { noteFirst, sinceFirstByte } from './pages/first-seen.ts'
import { framesDuring, hover, pan } from './pages/frames.ts'
import { type OwnWork, ownWorkDuring } from './pages/own-work.ts'

const FLEET = { containers: 5000, days: 1, everyMin: 240 }
const PROGRAM = '/usr/bin/chromium'
const LOADS = 5
const SECONDS = 5
/** What news there are while the map is panned, once a second. */
const REPORTS = 50
/** Longer than this, a frame is felt. */
const FELT_MS = 50
const LIST = '.desk-list li'
const MAP = '.fleet-map[aria-busy=false]'

export async function benchPages(report: Report): Promise<void> {
  const backend = await startBackend()
  const fleet = await registerFleet(backend, FLEET)
  const planned = await fleet.makePlan()
  if (!planned.ok) throw new Error(`got no plan: ${await planned.text()}`)
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
  const works: OwnWork[] = []
  for (let n = 0; n < LOADS; n++) {
    const { work } = await ownWorkDuring(browser, async () => {
      const page = await newPage(browser, http)
      lists.push(await sinceFirstByte(page, LIST))
      maps.push(await sinceFirstByte(page, MAP))
      await page.context().close()
    })
    works.push(work)
  }
  const detail = (times: readonly number[]) => ({ longest: Math.max(...times) })
  report({ name: 'list of runs: median', value: median(lists), unit: 'ms', detail: detail(lists) })
  report({
    name: 'map drawn with 5,000 containers: median',
    value: median(maps),
    unit: 'ms',
    goal: '<= 2000',
    detail: detail(maps),
  })
  report({
    name: 'until then: processor time of the page’s thread, median',
    value: median(works.map(({ total }) => total)),
    unit: 'ms',
    detail: { 'longest task': Math.max(...works.map(({ longestTask }) => longestTask)) },
  })
}

async function reportPanning(
  report: Report,
  browser: Browser,
  { http }: Backend,
  fleet: Fleet,
): Promise<void> {
  const page = await newPage(browser, http)
  await sinceFirstByte(page, MAP)
  const watch = async (name: string, act: () => Promise<unknown>) => {
    await page.waitForTimeout(1000)
    reportFrames(report, name, await framesDuring(page, act))
    // Apart: what is recorded for it takes time of its own.
    reportTasks(report, name, (await ownWorkDuring(browser, act)).work)
  }
  await watch('mouse moved beside the map', () => hover(page, SECONDS))
  await watch('panning, whole fleet', () => pan(page, SECONDS))
  for (const closer of [2, 4, 8]) {
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await watch(`panning, ${closer} × closer`, () => pan(page, SECONDS))
  }
  const news = async () => {
    for (let n = 0; n < SECONDS; n++) await fleet.report(REPORTS)
  }
  await watch('panning while the fleet reports', () => Promise.all([pan(page, SECONDS), news()]))
  await page.context().close()
}

function reportFrames(report: Report, name: string, intervals: readonly number[]): void {
  const sorted = [...intervals].sort((a, b) => a - b)
  report({
    name: `${name}: longest frame`,
    value: sorted.at(-1) ?? Number.NaN,
    unit: 'ms',
    goal: `<= ${FELT_MS}`,
    detail: {
      frames: sorted.length,
      median: median(sorted),
      p95: sorted[Math.floor(0.95 * sorted.length)] ?? Number.NaN,
      [`above ${FELT_MS} ms, %`]:
        (100 * sorted.filter((ms) => ms > FELT_MS).length) / sorted.length,
    },
  })
}

function reportTasks(report: Report, name: string, { longestTask, total }: OwnWork): void {
  report({
    name: `${name}: longest task, processor time`,
    value: longestTask,
    unit: 'ms',
    goal: `<= ${FELT_MS}`,
    detail: { total },
  })
}

async function newPage(browser: Browser, http: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await noteFirst(page, [LIST, MAP])
  await page.goto(http, { waitUntil: 'commit' })
  return page
}
