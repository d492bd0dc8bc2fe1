// A device's rows in the order of time, as the service would have stored them: impossible values
// emptied and flagged, each instant once, without those of a clock that cannot be true.
import { plausible } from '@bakwacht/acceptance/plausibility'
import type { Reading } from '@bakwacht/domain'
import type { WireReading } from '@bakwacht/firmware-contracts'
import type { MeasureColumn } from '../table/columns.ts'
import { plausiblePart } from '../table/plausible-clock.ts'
import { NO_RESULT } from '../table/read-cells.ts'
import type { Series } from '../table/series.ts'

export interface DeviceRows {
  readonly device: string
  readonly series: Series
  readonly measures: readonly MeasureColumn[]
}

/** Hands them out piece by piece, each once. */
export class ReadingsInOrder {
  readonly #rows: DeviceRows
  readonly #order: Uint32Array
  /** Rows left out because another one has their time. */
  readonly repeated: number
  /** Rows left out because they lie more than 400 days away from the others. */
  readonly wrongClock: number
  #next = 0

  constructor(rows: DeviceRows) {
    this.#rows = rows
    const { series } = rows
    const distinct = series.inOrder()
    const { from, to } = plausiblePart(distinct.length, (index) => series.at(distinct[index] ?? 0))
    this.#order = distinct.subarray(from, to)
    this.repeated = series.rows - distinct.length
    this.wrongClock = distinct.length - this.#order.length
  }

  get count(): number {
    return this.#order.length
  }

  /** UTC ms; there is at least one. */
  get firstAt(): number {
    return this.#rows.series.at(this.#order[0] ?? 0)
  }

  get lastAt(): number {
    return this.#rows.series.at(this.#order.at(-1) ?? 0)
  }

  /** The next one, if it was observed at this very instant; it is handed out later all the same. */
  nextAt(at: number): Reading | undefined {
    const row = this.#order[this.#next]
    return row !== undefined && this.#rows.series.at(row) === at
      ? readingIn(this.#rows, row)
      : undefined
  }

  /** Those observed before this that were not handed out yet. */
  before(until: number): Reading[] {
    const readings: Reading[] = []
    for (; this.#next < this.#order.length; this.#next++) {
      const row = this.#order[this.#next] ?? 0
      if (this.#rows.series.at(row) >= until) break
      readings.push(readingIn(this.#rows, row))
    }
    return readings
  }
}

/** Nobody knows when it was received; so: at once. */
function readingIn({ device, series, measures }: DeviceRows, row: number): Reading {
  const observedAt = series.at(row)
  const wire: { -readonly [Key in keyof WireReading]: WireReading[Key] } = { v: 1 }
  let seq: number | null = null
  for (const [column, { field }] of measures.entries()) {
    const value = series.value(row, column)
    if (Number.isNaN(value)) continue
    if (field === 'seq') seq = value === NO_RESULT ? null : value
    else wire[field] = value === NO_RESULT ? null : value
  }
  return { ...plausible(wire), deviceId: device, observedAt, receivedAt: observedAt, seq }
}
