// Pages of readings or means over ranges that follow each other in time.
import type { Reading } from '@bakwacht/domain'
import type { Clock } from '../log.ts'
import type { HistoryPage, HistoryQuery, MeanRow, ReadingRange } from '../telemetry-store.ts'
import { decodeCursor, encodeCursor, type HistoryCursor } from './history-cursor.ts'
import { type Found, isEmpty, type ReadingSource } from './reading-source.ts'
import { bucketOf, meanRow, mergeSums, type Sums } from './sums.ts'

export class HistoryReader {
  readonly #source: ReadingSource
  readonly #clock: Clock

  constructor(options: { readonly source: ReadingSource; readonly clock: Clock }) {
    this.#source = options.source
    this.#clock = options.clock
  }

  async readings(query: HistoryQuery): Promise<HistoryPage<Reading>> {
    const items: Reading[] = []
    let missingFrom = Number.POSITIVE_INFINITY
    const cursor = decodeCursor(query.cursor)
    for (const [index, range] of rangesFrom(query.ranges, cursor)) {
      const room = query.limit - items.length
      const found = await this.#source.readings(range, room + 1)
      missingFrom = Math.min(missingFrom, found.missingFrom)
      items.push(...found.rows.slice(0, room))
      const next = found.rows[room]
      if (next !== undefined)
        return this.#page(query, items, missingFrom, { index, from: next.observedAt })
    }
    return this.#page(query, items, missingFrom, null)
  }

  async means(query: HistoryQuery & { readonly everyMs: number }): Promise<HistoryPage<MeanRow>> {
    const { everyMs, limit } = query
    let sums: Sums[] = []
    let missingFrom = Number.POSITIVE_INFINITY
    const cursor = decodeCursor(query.cursor)
    for (const [index, range] of rangesFrom(query.ranges, cursor)) {
      const found = await this.#firstSums(range, everyMs, limit + 1 - sums.length)
      missingFrom = Math.min(missingFrom, found.missingFrom)
      // A device that follows another within one bucket adds to it.
      sums = mergeSums([...sums, ...found.rows])
      const next = sums[limit]
      if (next !== undefined)
        return this.#page(query, sums.slice(0, limit).map(meanRow), missingFrom, {
          index: firstRangeOf(query.ranges, next.at, everyMs) ?? index,
          from: next.at,
        })
    }
    return this.#page(query, sums.map(meanRow), missingFrom, null)
  }

  /** At least `wanted` buckets of the range, if it has them, without summing up all of it for a page. */
  async #firstSums(range: ReadingRange, everyMs: number, wanted: number): Promise<Found<Sums>> {
    const rows: Sums[] = []
    let missingFrom = Number.POSITIVE_INFINITY
    let span = Math.max(wanted, 100) * everyMs
    for (let from = range.from; from < range.to && rows.length < wanted; span *= 4) {
      const to = Math.min(range.to, bucketOf(from, everyMs) + span)
      const found = await this.#source.sums({ ...range, from, to }, everyMs)
      rows.push(...found.rows)
      missingFrom = Math.min(missingFrom, found.missingFrom)
      from = to
    }
    return { rows, missingFrom }
  }

  #page<Row>(
    query: HistoryQuery,
    items: readonly Row[],
    missingFrom: number,
    next: HistoryCursor | null,
  ): HistoryPage<Row> {
    // Of no range at all nothing is missing.
    const ends = query.ranges.map((range) => range.to)
    const to = ends.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...ends)
    return {
      items,
      nextCursor: next === null ? null : encodeCursor(next),
      completeUntil: Math.min(this.#clock(), missingFrom, to),
    }
  }
}

function rangesFrom(ranges: readonly ReadingRange[], cursor: HistoryCursor) {
  return ranges
    .map((range, index): [number, ReadingRange] => [
      index,
      { ...range, from: Math.max(range.from, cursor.from) },
    ])
    .filter(([index, range]) => index >= cursor.index && !isEmpty(range))
}

/** A bucket may begin in an earlier range than the one that filled the page. */
function firstRangeOf(ranges: readonly ReadingRange[], at: number, everyMs: number) {
  const index = ranges.findIndex((range) => bucketOf(range.to - 1, everyMs) >= at)
  return index === -1 ? undefined : index
}
