// One history out of two places. SQL has everything observed since the border of retention, and
// what InfluxDB does not have yet; where both have a reading, SQL's is right.
import type { Reading } from '@bakwacht/domain'
import {
  allReadings,
  complete,
  type Found,
  HOUR_MS,
  isEmpty,
  type ReadingSource,
  type SqlReadings,
  within,
} from '../history/reading-source.ts'
import { bucketOf, mergeSums, type Sums, sumsOfReadings } from '../history/sums.ts'
import type { ReadingRange } from '../telemetry-store.ts'
import { InfluxFault } from './influx-fault.ts'
import type { InfluxSource } from './influx-source.ts'

export class MergedSource implements ReadingSource {
  readonly #sql: SqlReadings
  readonly #influx: InfluxSource

  constructor(options: { readonly sql: SqlReadings; readonly influx: InfluxSource }) {
    this.#sql = options.sql
    this.#influx = options.influx
  }

  readonly readings = async (range: ReadingRange, limit: number): Promise<Found<Reading>> => {
    const recent = await this.#sql.readings(range, limit)
    // Asked after the rows: what retention removes meanwhile is then known to be InfluxDB's.
    const removed = within(range, range.from, await this.#sql.keptFrom())
    if (isEmpty(removed)) return complete(recent)
    return orElse(recent, range, async () => {
      const byTime = new Map<number, Reading>()
      for (const reading of await this.#influx.readings(removed, limit))
        byTime.set(reading.observedAt, reading)
      for (const reading of recent) byTime.set(reading.observedAt, reading)
      return [...byTime.values()].sort((a, b) => a.observedAt - b.observedAt).slice(0, limit)
    })
  }

  readonly sums = async (range: ReadingRange, everyMs: number): Promise<Found<Sums>> => {
    for (;;) {
      const keptFrom = await this.#sql.keptFrom()
      const found = await this.#sumsAround(keptFrom, range, everyMs)
      if (keptFrom === (await this.#sql.keptFrom())) return found
    }
  }

  async #sumsAround(keptFrom: number, range: ReadingRange, everyMs: number): Promise<Found<Sums>> {
    const border = Number.isFinite(keptFrom) ? bucketOf(keptFrom - 1, everyMs) + everyMs : keptFrom
    const removed = within(range, range.from, border)
    const kept = within(range, border, range.to)
    const recent = isEmpty(kept) ? [] : await this.#sql.sums(kept, everyMs)
    if (isEmpty(removed)) return complete(recent)
    return orElse(recent, range, async () => [
      ...(await this.#removedSums(removed, keptFrom, everyMs)),
      ...recent,
    ])
  }

  /** From InfluxDB's sums, but reading by reading where those are not up to date. */
  async #removedSums(range: ReadingRange, keptFrom: number, everyMs: number): Promise<Sums[]> {
    const hours = await this.#sql.unsettledHours(range)
    const unsettled = new Set(hours.flatMap((hour) => bucketsOfHour(hour, everyMs)))
    if (keptFrom < range.to) unsettled.add(bucketOf(keptFrom, everyMs))
    const settled = (await this.#influx.sums(range, everyMs)).filter(({ at }) => !unsettled.has(at))
    const counted: Sums[] = []
    for (const span of spansOf(unsettled, everyMs)) {
      const { rows, missingFrom } = await allReadings(this, within(range, span.from, span.to))
      if (Number.isFinite(missingFrom))
        throw new InfluxFault('away', 'InfluxDB went away meanwhile')
      counted.push(...sumsOfReadings(rows, everyMs))
    }
    return mergeSums([...settled, ...counted])
  }
}

function bucketsOfHour(hour: number, everyMs: number): number[] {
  const buckets: number[] = []
  for (let at = bucketOf(hour, everyMs); at < hour + HOUR_MS; at += everyMs) buckets.push(at)
  return buckets
}

/** Buckets that follow each other without a gap, together. */
function spansOf(buckets: ReadonlySet<number>, everyMs: number) {
  const spans: { readonly from: number; to: number }[] = []
  for (const at of [...buckets].sort((a, b) => a - b)) {
    const last = spans.at(-1)
    if (last?.to === at) last.to = at + everyMs
    else spans.push({ from: at, to: at + everyMs })
  }
  return spans
}

/** Without InfluxDB the answer is what SQL has, and says that it is not complete. */
async function orElse<Row>(
  recent: readonly Row[],
  range: ReadingRange,
  both: () => Promise<readonly Row[]>,
): Promise<Found<Row>> {
  try {
    return complete(await both())
  } catch (error) {
    if (!(error instanceof InfluxFault)) throw error
    return { rows: recent, missingFrom: range.from }
  }
}
