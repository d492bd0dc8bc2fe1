// Means of whole UTC days come from the daily table; what is cut at the ends of the range does not.
import type { ReadingSource, SqlReadings } from './reading-source.ts'
import { DAY_MS, isEmpty, within } from './reading-source.ts'
import { bucketOf, mergeSums, type Sums } from './sums.ts'

export const withDailyTable = (source: ReadingSource, sql: SqlReadings): ReadingSource => ({
  readings: source.readings,
  sums: async (range, everyMs) => {
    if (everyMs % DAY_MS !== 0) return source.sums(range, everyMs)
    const firstDay = bucketOf(range.from + DAY_MS - 1, DAY_MS)
    const endOfDays = Math.max(firstDay, bucketOf(range.to, DAY_MS))
    const days = within(range, firstDay, endOfDays)
    const whole = isEmpty(days) ? [] : inBuckets(await sql.dailySums(days), everyMs)
    const cut = await Promise.all(
      [within(range, range.from, firstDay), within(range, endOfDays, range.to)]
        .filter((end) => !isEmpty(end))
        .map((end) => source.sums(end, everyMs)),
    )
    return {
      rows: mergeSums([...whole, ...cut.flatMap((end) => end.rows)]),
      missingFrom: Math.min(Number.POSITIVE_INFINITY, ...cut.map((end) => end.missingFrom)),
    }
  },
})

const inBuckets = (days: readonly Sums[], everyMs: number) =>
  days.map((day) => ({ ...day, at: bucketOf(day.at, everyMs) }))
