// A recording taken apart by device, on disk: afterwards every device's series can be read in the
// order of time, however the file was ordered, and memory stays constant (one device's series at
// most, where the file had it out of order).
import {
  appendFileSync,
  createReadStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Mapping, readRow } from './mapping.ts'
import { rowsOf } from './rows.ts'

export interface Recording {
  readonly devices: readonly RecordedDevice[]
  readonly readings: number
  /** UTC ms. */
  readonly firstAt: number
  readonly lastAt: number
  readonly unreadable: { readonly count: number; readonly examples: readonly string[] }
  /** Removes what lies on disk. */
  readonly discard: () => void
}

export interface RecordedDevice {
  readonly id: string
  readonly firstAt: number
  readonly series: () => AsyncGenerator<SpooledReading>
}

/** One line: the instant, and the measured fields. */
export interface SpooledReading {
  readonly at: number
  readonly measured: Readonly<Record<string, number>>
}

const FLUSH_CHARS = 32 * 1024
const EXAMPLES = 10

export async function spool(
  file: string,
  mapping: Mapping,
  signal?: AbortSignal,
): Promise<Recording> {
  const folder = mkdtempSync(join(tmpdir(), 'bakwacht-replay-'))
  const discard = () => rmSync(folder, { recursive: true, force: true })
  try {
    const writers = new Map<string, SeriesWriter>()
    const examples: string[] = []
    let unreadable = 0
    for await (const { line, values } of rowsOf(file)) {
      signal?.throwIfAborted()
      const reading = readRow(values, mapping)
      if ('unreadable' in reading) {
        unreadable++
        if (examples.length < EXAMPLES) examples.push(`line ${line}: ${reading.unreadable}`)
        continue
      }
      let writer = writers.get(reading.deviceId)
      if (writer === undefined) {
        writer = new SeriesWriter(join(folder, String(writers.size)))
        writers.set(reading.deviceId, writer)
      }
      writer.write(reading)
    }
    const series = [...writers].map(([id, writer]) => ({ id, ...writer.close() }))
    return {
      devices: series.map(({ id, firstAt, path }) => ({ id, firstAt, series: () => read(path) })),
      readings: series.reduce((sum, { count }) => sum + count, 0),
      firstAt: series.reduce((first, { firstAt }) => Math.min(first, firstAt), Infinity),
      lastAt: series.reduce((last, { lastAt }) => Math.max(last, lastAt), -Infinity),
      unreadable: { count: unreadable, examples },
      discard,
    }
  } catch (error) {
    discard()
    throw error
  }
}

class SeriesWriter {
  readonly #path: string
  #pending = ''
  #count = 0
  #firstAt = Infinity
  #lastAt = -Infinity
  #inOrder = true

  constructor(path: string) {
    this.#path = path
    writeFileSync(path, '')
  }

  write({ at, measured }: SpooledReading): void {
    if (at < this.#lastAt) this.#inOrder = false
    this.#count++
    this.#firstAt = Math.min(this.#firstAt, at)
    this.#lastAt = Math.max(this.#lastAt, at)
    this.#pending += `${JSON.stringify({ at, measured })}\n`
    if (this.#pending.length >= FLUSH_CHARS) this.#flush()
  }

  close() {
    this.#flush()
    if (!this.#inOrder) sortByTime(this.#path)
    return {
      path: this.#path,
      count: this.#count,
      firstAt: this.#firstAt,
      lastAt: this.#lastAt,
    }
  }

  #flush(): void {
    appendFileSync(this.#path, this.#pending)
    this.#pending = ''
  }
}

/** Stable, so that what was recorded twice stays in its order. */
function sortByTime(path: string): void {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  const timed = lines.map((line) => ({ line, at: (JSON.parse(line) as SpooledReading).at }))
  timed.sort((a, b) => a.at - b.at)
  writeFileSync(path, timed.map(({ line }) => `${line}\n`).join(''))
}

async function* read(path: string): AsyncGenerator<SpooledReading> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  for await (const line of lines) if (line !== '') yield JSON.parse(line) as SpooledReading
}
