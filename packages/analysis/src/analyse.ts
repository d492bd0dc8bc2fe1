// The whole of it: a file of readings in, what the service would have known out.
import { readFile } from 'node:fs/promises'
import { type AnalysisConfig, configOf, parseConfig } from './config/analysis-config.ts'
import { analyseDevice } from './device/analyse-device.ts'
import { InputError } from './input-error.ts'
import type { DeviceAnalysis } from './report/analysis-schema.ts'
import { writeAnalysis } from './report/write-analysis.ts'
import { type RejectedRows, readTable, type Table } from './table/read-table.ts'

export interface Files {
  readonly csv: string
  readonly config: string | undefined
  readonly out: string
}

export interface Watching {
  /** Told now and then what is done, 0–1. */
  readonly onShare: (share: number, doing: string) => void
  /** Aborted: end without writing. */
  readonly signal: AbortSignal
}

export interface Analysed {
  readonly devices: number
  readonly readings: number
  /** Devices with distances of which nobody said how far empty and full are. */
  readonly guessed: readonly string[]
  readonly rejected: RejectedRows
}

/** Of the time; the rest is the analysis itself. */
const READING_SHARE = 0.15

/** @throws InputError that says which file, line and column is wrong, what was got and what was wanted */
export async function analyse(files: Files, { onShare, signal }: Watching): Promise<Analysed> {
  const config = parseConfig(await configText(files.config), files.config ?? '')
  const reading = (share: number) => onShare(share * READING_SHARE, 'reading')
  const table = await readTable(files.csv, config, reading, signal)
  let readings = 0
  const guessed: string[] = []
  const devices = analyseAll(table, config, async (share) => {
    onShare(READING_SHARE + share * (1 - READING_SHARE), 'analysing')
    await new Promise(setImmediate)
    signal.throwIfAborted()
  })
  const { count, examples } = table.rejected
  const rejectedRows = { count, examples: [...examples] }
  await writeAnalysis(files.out, counted(devices), { rejected_rows: rejectedRows })
  return { devices: table.devices.size, readings, guessed, rejected: table.rejected }

  async function* counted(all: AsyncGenerator<DeviceAnalysis>): AsyncGenerator<DeviceAnalysis> {
    for await (const each of all) {
      readings += each.readings
      if (each.calibration.source === 'guessed') guessed.push(each.device)
      yield each
    }
  }
}

async function* analyseAll(
  { devices, measures, lastAt }: Table,
  config: AnalysisConfig,
  breathe: (share: number) => Promise<void>,
): AsyncGenerator<DeviceAnalysis> {
  const rowsInAll = [...devices.values()].reduce((sum, { rows }) => sum + rows, 0)
  let done = 0
  for (const [device, series] of devices) {
    const breathing = (share: number) => breathe((done + share * series.rows) / rowsInAll)
    yield await analyseDevice(
      { device, series, measures },
      configOf(device, config),
      lastAt,
      breathing,
    )
    done += series.rows
  }
}

async function configText(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return undefined
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new InputError(`${file}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
