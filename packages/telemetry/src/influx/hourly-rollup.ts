// Rolls up closed hours in InfluxDB, and again whenever a late reading touched one. Always the whole
// hour from InfluxDB's own readings, so doing it twice changes nothing.
import { DAY_MS, HOUR_MS } from '../history/reading-source.ts'
import { bucketOf, MEASURES } from '../history/sums.ts'
import type { Clock } from '../log.ts'
import { type HourOfDevice, hourlyLine } from './hourly-line.ts'
import type { InfluxConnection, InfluxSeries } from './influx-connection.ts'
import { inTime, literal } from './influx-ql.ts'
import type { Outbox, TouchedHour } from './outbox.ts'
import { READING } from './reading-line.ts'

interface HourlyRollupOptions {
  readonly outbox: Outbox
  readonly influx: InfluxConnection
  readonly clock: Clock
  readonly everyMs: number
}

/** Readings often come some minutes after their hour; waiting for them saves doing it twice. */
const GRACE_MS = 5 * 60_000
const BATCH = 2000
const DEVICES_PER_QUERY = 200

const FIELDS = `count("flags"), ${MEASURES.map(
  ({ column: c }) => `count("${c}"), sum("${c}"), min("${c}"), max("${c}")`,
).join(', ')}`

/** One batch of hours. @returns ms until the next */
export async function rollUpHours(
  { outbox, influx, clock, everyMs }: HourlyRollupOptions,
  signal: AbortSignal,
): Promise<number> {
  const touched = await outbox.touchedHours(clock() - HOUR_MS - GRACE_MS, BATCH)
  for (const hours of queriesOf(touched)) {
    const rolledUp = hoursOfSeries(await influx.query(query(hours), signal))
    const wanted = new Set(hours.map(keyOf))
    const lines = rolledUp.filter((hour) => wanted.has(keyOf(hour))).map(hourlyLine)
    if (lines.length > 0) await influx.write(lines, signal)
    await outbox.hoursRolledUp(hours)
  }
  return touched.length === BATCH ? 0 : everyMs
}

const keyOf = ({ deviceId, hour }: { readonly deviceId: string; readonly hour: number }) =>
  `${hour} ${deviceId}`

/** Hours of one UTC day and a number of devices make one query: a narrow span of time for each. */
function queriesOf(touched: readonly TouchedHour[]): TouchedHour[][] {
  const queries: TouchedHour[][] = []
  for (const hours of Map.groupBy(touched, ({ hour }) => bucketOf(hour, DAY_MS)).values()) {
    const devices = [...Map.groupBy(hours, ({ deviceId }) => deviceId).values()]
    for (let at = 0; at < devices.length; at += DEVICES_PER_QUERY)
      queries.push(devices.slice(at, at + DEVICES_PER_QUERY).flat())
  }
  return queries
}

function query(hours: readonly TouchedHour[]): string {
  const starts = hours.map(({ hour }) => hour)
  const devices = [...new Set(hours.map(({ deviceId }) => deviceId))]
  const anyOf = devices.map((deviceId) => `"device" = ${literal(deviceId)}`).join(' OR ')
  return `SELECT ${FIELDS} FROM "${READING}"
    WHERE ${inTime(Math.min(...starts), Math.max(...starts) + HOUR_MS)} AND (${anyOf})
    GROUP BY time(1h), "device" fill(none)`
}

const hoursOfSeries = (series: readonly InfluxSeries[]): HourOfDevice[] =>
  series.flatMap(({ tags, values }) =>
    values.map((row) => {
      const number = (at: number) => Number(row[at] ?? 0)
      return {
        deviceId: tags?.device ?? '',
        hour: number(0),
        count: number(1),
        measures: MEASURES.map((_, m) => ({
          count: number(2 + 4 * m),
          total: number(3 + 4 * m),
          min: number(4 + 4 * m),
          max: number(5 + 4 * m),
        })),
      }
    }),
  )
