// History out of InfluxDB: readings as they are, means from the hourly rollups where the range is
// long, else from the readings.
import type { Reading } from '@bakwacht/domain'
import { DAY_MS, HOUR_MS, isEmpty, within } from '../history/reading-source.ts'
import { bucketOf, MEASURES, mergeSums, type Sums, sumsOfRow } from '../history/sums.ts'
import type { ReadingRange } from '../telemetry-store.ts'
import { READING_HOURLY } from './hourly-line.ts'
import type { InfluxConnection, InfluxSeries } from './influx-connection.ts'
import { InfluxFault } from './influx-fault.ts'
import { inRange } from './influx-ql.ts'
import { READING, readingsOfSeries } from './reading-line.ts'

const columns = MEASURES.map(({ column }) => column)

const FROM_READINGS = `count("flags"), ${columns.map((c) => `count("${c}"), sum("${c}")`).join(', ')}`
const FROM_ROLLUPS = `sum("readings"), ${columns
  .map((c) => `sum("${c}_count"), sum("${c}_total")`)
  .join(', ')}`

/** Below this, readings are few and rollups save nothing. */
const ROLLUPS_FROM_MS = 3 * DAY_MS

export class InfluxSource {
  readonly #influx: InfluxConnection

  constructor(influx: InfluxConnection) {
    this.#influx = influx
  }

  /** @throws InfluxFault */
  readings(range: ReadingRange, limit: number): Promise<Reading[]> {
    return inPieces(range, limit, async (piece, room) => {
      const series = await this.#influx.query(
        `SELECT * FROM "${READING}" WHERE ${inRange(piece)} ORDER BY time LIMIT ${room}`,
      )
      return readingsOfSeries(range.deviceId, series)
    })
  }

  /** @throws InfluxFault */
  async sums(range: ReadingRange, everyMs: number): Promise<Sums[]> {
    if (everyMs % HOUR_MS !== 0 || range.to - range.from < ROLLUPS_FROM_MS)
      return this.#sums(READING, FROM_READINGS, range, everyMs)
    const firstHour = bucketOf(range.from + HOUR_MS - 1, HOUR_MS)
    const endOfHours = bucketOf(range.to, HOUR_MS)
    return mergeSums([
      ...(await this.#sums(READING, FROM_READINGS, within(range, range.from, firstHour), everyMs)),
      ...(await this.#sums(
        READING_HOURLY,
        FROM_ROLLUPS,
        within(range, firstHour, endOfHours),
        everyMs,
      )),
      ...(await this.#sums(READING, FROM_READINGS, within(range, endOfHours, range.to), everyMs)),
    ])
  }

  async #sums(measurement: string, fields: string, range: ReadingRange, everyMs: number) {
    const sums = await inPieces(range, Number.POSITIVE_INFINITY, async (piece) =>
      sumsOfSeries(
        await this.#influx.query(
          `SELECT ${fields} FROM "${measurement}" WHERE ${inRange(piece)}
           GROUP BY time(${everyMs}ms) fill(none)`,
        ),
      ),
    )
    return mergeSums(sums)
  }
}

const sumsOfSeries = (series: readonly InfluxSeries[]): Sums[] =>
  series
    .flatMap(({ values }) => values.map((row) => sumsOfRow(row as (number | null)[])))
    .filter((sums) => sums.count > 0)

/** InfluxDB 3 Core refuses a query over more than some 72 h of files: then by halves. */
async function inPieces<Row>(
  range: ReadingRange,
  limit: number,
  ask: (piece: ReadingRange, room: number) => Promise<Row[]>,
): Promise<Row[]> {
  if (isEmpty(range) || limit <= 0) return []
  try {
    return await ask(range, limit)
  } catch (error) {
    if (!isTooWide(error) || range.to - range.from <= HOUR_MS) throw error
    const middle = bucketOf((range.from + range.to) / 2, HOUR_MS)
    const first = await inPieces({ ...range, to: middle }, limit, ask)
    const rest = await inPieces({ ...range, from: middle }, limit - first.length, ask)
    return [...first, ...rest]
  }
}

const isTooWide = (error: unknown) =>
  error instanceof InfluxFault && /file limit|too many files/i.test(error.message)
