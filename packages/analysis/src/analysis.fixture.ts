// Runs the whole analysis over a text, for tests.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { temporaryFolder } from '@bakwacht/test-support'
import { analyse } from './analyse.ts'
import { type Analysis, analysisSchema } from './report/analysis-schema.ts'

const quiet = { onShare: () => {}, signal: new AbortController().signal }

export async function analyseText(
  csv: string | Uint8Array,
  config?: object,
  { gz = false } = {},
): Promise<Analysis> {
  const folder = temporaryFolder('analyse')
  try {
    const path = (name: string) => join(folder.path, name)
    const file = path(gz ? 'in.csv.gz' : 'in.csv')
    writeFileSync(file, gz ? gzipSync(csv) : csv)
    if (config !== undefined) writeFileSync(path('config.json'), JSON.stringify(config))
    const files = {
      ...{ csv: file, out: path('out.json') },
      config: config && path('config.json'),
    }
    await analyse(files, quiet)
    return analysisSchema.parse(JSON.parse(readFileSync(files.out, 'utf8')))
  } finally {
    folder.remove()
  }
}

/** The only device there is. */
export async function analyseOne(
  csv: string,
  config?: object,
): Promise<Analysis['devices'][number]> {
  const { devices } = await analyseText(csv, config)
  const [device] = devices
  if (device === undefined || devices.length > 1)
    throw new Error(`got ${devices.length} devices, wanted 1`)
  return device
}

export interface Row {
  /** UTC ms. */
  readonly at: number
  readonly cells: string
}

/** A bin that fills by 6 points a day and is emptied each ninth day, hourly, with rough echoes. */
export function fillingBin(days: number, from: number, device = 'd1'): Row[] {
  return Array.from({ length: days * 24 }, (_, hour) => {
    const at = from + hour * 3_600_000 + 420_000
    const fill = ((hour % 216) / 24) * 6 + 1
    const echo = ((hour * 7919) % 41) - 20
    const distance = Math.round((2000 - fill * 16 + echo) / 10) * 10
    const temp = (11 + 6 * Math.sin((hour * Math.PI) / 12)).toFixed(1)
    const rh = (78 - 14 * Math.sin((hour * Math.PI) / 12)).toFixed(1)
    return { at, cells: `${device},${new Date(at).toISOString()},${distance},${temp},${rh}` }
  })
}

export const HEADER = 'device,ts,distance_mm,temp_c,rh_pct'
export const csvOf = (rows: readonly Row[]): string =>
  [HEADER, ...rows.map(({ cells }) => cells), ''].join('\n')

export const CALIBRATED = { empty_distance_mm: 2000, full_distance_mm: 400 }
