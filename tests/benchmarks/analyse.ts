// How long `npm run analyse` takes for half a million rows: of one device, and of many.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { analyse } from '@bakwacht/analysis'
import { temporaryFolder } from '@bakwacht/test-support'
import type { Report } from './figure.ts'

const ROWS = 500_000
const HOUR_MS = 3_600_000
const BEGIN = Date.UTC(2025, 0, 1)
const EMPTY_MM = 2_000
const FULL_MM = 300

export async function benchAnalyse(report: Report): Promise<void> {
  const folder = temporaryFolder('bench-analyse')
  const path = (name: string) => join(folder.path, name)
  try {
    writeFileSync(
      path('config.json'),
      JSON.stringify({ empty_distance_mm: EMPTY_MM, full_distance_mm: FULL_MM }),
    )
    writeFileSync(path('year.csv'), rowsOf(1, 60_000))
    writeFileSync(path('hourly.csv'), rowsOf(500, HOUR_MS))
    writeFileSync(path('mixed.csv.gz'), gzipSync(mixed(rowsOf(500, HOUR_MS))))
    for (const [name, what] of [
      ['year.csv', '1 device, a reading a minute'],
      ['hourly.csv', '500 devices, 1,000 hours each'],
      ['mixed.csv.gz', 'the same, gzip, rows in any order'],
    ] as const) {
      const begun = performance.now()
      const files = { csv: path(name), config: path('config.json'), out: path('out.json') }
      const watching = { onShare: () => {}, signal: new AbortController().signal }
      const { readings } = await analyse(files, watching)
      report({
        name: `analyse/${what}`,
        value: (performance.now() - begun) / 1000,
        unit: 's',
        goal: '< 60',
        detail: { readings, 'RSS MB': process.memoryUsage.rss() / 2 ** 20 },
      })
    }
  } finally {
    folder.remove()
  }
}

/** Bins that fill by some points a day and are emptied, with rough and lost echoes. */
function rowsOf(devices: number, everyMs: number): string {
  const random = minimalStandard(7)
  const fills = Array.from({ length: devices }, () => 90 * random())
  const lines = ['device,ts,distance_mm,temp_c,rh_pct']
  for (let row = 0; row < ROWS; row++) {
    const device = row % devices
    const at = BEGIN + Math.floor(row / devices) * everyMs
    const fill = (fills[device] ?? 0) + random() * (14 + (device % 7)) * (everyMs / (24 * HOUR_MS))
    fills[device] = fill > 92 ? 2 : fill
    const echo = EMPTY_MM - (fill / 100) * (EMPTY_MM - FULL_MM) + 60 * (random() - 0.5)
    const distance = random() < 0.03 ? 65_535 : Math.round(echo / 10) * 10
    const sun = Math.sin((at / HOUR_MS / 24) * 2 * Math.PI)
    const [temp, rh] = [12 - 6 * sun + random(), 75 + 14 * sun + 3 * random()]
    lines.push(`bin-${device},${at + device * 977},${distance},${temp.toFixed(1)},${rh.toFixed(1)}`)
  }
  return lines.join('\n')
}

function mixed(csv: string): string {
  const [header = '', ...rows] = csv.split('\n')
  const random = minimalStandard(11)
  const keyed = rows.map((row) => ({ row, key: random() })).sort((a, b) => a.key - b.key)
  return [header, ...keyed.map(({ row }) => row)].join('\n')
}

/** Park & Miller (1988). */
function minimalStandard(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
