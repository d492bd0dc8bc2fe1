// A recorded year of twelve street containers, replayed through MQTT so that it ends now, on the
// positions of real textile containers. Now is when it ended: shifted to another season or hour, its
// warm afternoons would lie in the dark. The data lie beside the project, where they are.
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { sharedData } from '@bakwacht/test-support'
import { describe, expect, test } from 'vitest'
import { type Backend, root, startBackend } from './backend.ts'
import { call, settled } from './call.ts'
import { metric } from './metric.ts'

const recording = sharedData('fill/frankfurt_glass_12devices.csv.gz')
const positions = sharedData('containers/denhaag-textiel.geojson')
const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const REPLAYED_WITHIN_MS = 120_000

interface Alert {
  readonly kind: string
  readonly status: string
  readonly raised_at: string
  readonly cleared_at: string | null
}

describe.skipIf(recording === undefined || positions === undefined)('a recorded year', () => {
  test('is stored once each, judged without alarms of its own making, and planned', {
    timeout: 240_000,
  }, async () => {
    const rows = rowsOf(recording ?? '')
    const distinct = new Set(
      rows.map(([device, at]) => `${device} ${Math.floor(Date.parse(at ?? ''))}`),
    )
    const now = new Date(lastOf(rows) + MINUTE_MS).toISOString()
    const backend = await startBackend({ env: { BAKWACHT_CLOCK_AT: now } })
    try {
      await replay(backend, now)
      await settled(backend, 120_000)
      expect(await metric(backend, 'bakwacht_readings_stored_total')).toBe(distinct.size)
      expect(await metric(backend, 'bakwacht_readings_duplicate_total')).toBe(
        rows.length - distinct.size,
      )

      const alerts = await alertsOf(backend)
      for (const { raised_at, cleared_at } of alerts)
        expect(Date.parse(cleared_at ?? '9999-01-01T00:00:00Z')).toBeGreaterThanOrEqual(
          Date.parse(raised_at),
        )
      // Temperatures of 255 °C are negatives that lost their sign: no fire burnt in that year.
      const fires = alerts.filter(({ kind, status }) => kind === 'fire' && status !== 'retracted')
      expect(fires).toEqual([])
      // The echoes of most of these sensors flicker by 20 to 40 points, for hours at a time. Taken at
      // their word they made 546 alerts of full and 1,049 of filling up soon.
      const raised = (kind: string) =>
        alerts.filter((alert) => alert.kind === kind && alert.status !== 'retracted').length
      expect(raised('full')).toBeGreaterThan(50)
      expect(raised('full')).toBeLessThan(150)
      expect(raised('fills_before_next_visit')).toBeGreaterThan(50)
      expect(raised('fills_before_next_visit')).toBeLessThan(200)

      const date = new Date(Date.parse(now) + DAY_MS).toISOString().slice(0, 10)
      const plan = await call<Plan>(backend, 'POST', '/plans', { date: nextWorkingDay(date) })
      const planned = plan.runs.flatMap(({ stops }) =>
        stops.flatMap((stop) => stop.container_id ?? []),
      )
      const left = plan.not_collected.map(({ container_id }) => container_id)
      expect(new Set([...planned, ...left]).size).toBe(12)
      expect(planned.length).toBeGreaterThan(0)
    } finally {
      await backend.stop()
      backend.removeData()
    }
  })
})

interface Plan {
  readonly runs: readonly { readonly stops: readonly { readonly container_id: string | null }[] }[]
  readonly not_collected: readonly { readonly container_id: string }[]
}

const rowsOf = (file: string): string[][] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

const lastOf = (rows: readonly string[][]): number =>
  rows.reduce((last, [, at]) => Math.max(last, Math.floor(Date.parse(at ?? ''))), 0)

/** Sundays are no working days. */
const nextWorkingDay = (date: string): string =>
  new Date(`${date}T00:00:00Z`).getUTCDay() === 0
    ? new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
    : date

/** As docs/recorded-year.md says. Not waited for by blocking: the backend would wait for its log to be read. */
async function replay(backend: Backend, now: string): Promise<void> {
  const stands: Readonly<Record<string, string>> = {
    'frankfurt_glass_12devices.csv.gz': recording ?? '',
    'containers.geojson': positions ?? '',
    'http://127.0.0.1:8080': backend.http,
    $AT: now,
  }
  const options = documentedOptions().map((word) => stands[word] ?? word)
  await promisify(execFile)(
    process.execPath,
    [join(root, 'simulators/src/main.ts'), ...options, '--broker', backend.mqttUrl],
    { timeout: REPLAYED_WITHIN_MS },
  )
}

function documentedOptions(): string[] {
  const page = readFileSync(join(root, 'docs/recorded-year.md'), 'utf8')
  const [, command] = /npm run simulate -- ((?:.*\\\n)*.*)/.exec(page) ?? []
  return (command ?? '').split(/[\s\\]+/)
}

async function alertsOf(backend: Backend): Promise<Alert[]> {
  const alerts: Alert[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: { items: Alert[]; next_cursor: string | null } = await call(
      backend,
      'GET',
      `/alerts?limit=500${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    )
    alerts.push(...page.items)
    cursor = page.next_cursor
  }
  return alerts
}
