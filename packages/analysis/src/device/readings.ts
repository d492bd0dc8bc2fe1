// A device's rows in the order of time, as the service would have stored them: impossible values
// emptied and flagged, each instant once.
import { plausible } from '@bakwacht/acceptance/plausibility'
import type { Reading } from '@bakwacht/domain'
import type { WireReading } from '@bakwacht/firmware-contracts'
import type { MeasureColumn } from '../table/columns.ts'
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
  #next = 0

  constructor(rows: DeviceRows) {
    this.#rows = rows
    this.#order = rows.series.inOrder()
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
