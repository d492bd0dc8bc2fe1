// The hours that the fold wrote down, as columns: one array a quantity, as charts want them.
import { dewPointC, HOUR_MS, hourValues, unpackDay } from '@bakwacht/domain'
import type { FoldedDay } from '@bakwacht/registry'
import { rounded } from '@bakwacht/wire'

const COLUMNS = {
  fill_pct: { of: (hour: Hour) => hour.fillPct, decimals: 1 },
  fill_sd_pct: { of: (hour: Hour) => hour.fillSdPct, decimals: 1 },
  temp_c: { of: (hour: Hour) => hour.tempC, decimals: 1 },
  rh_pct: { of: (hour: Hour) => hour.rhPct, decimals: 1 },
  dew_point_c: { of: dewPointOf, decimals: 1 },
  abs_humidity_g_per_m3: { of: (hour: Hour) => hour.absHumidityGPerM3, decimals: 2 },
  mould_index: { of: (hour: Hour) => hour.mouldIndex, decimals: 3 },
} as const

type Hour = ReturnType<typeof hourValues>
type Column = keyof typeof COLUMNS
export type HourColumns = Readonly<Record<Column, (number | null)[]>>

/** A full emptying that became known within an hour, with the level around it. */
export interface EmptiedHour {
  /** UTC ms. */
  readonly knownAt: number
  readonly beforePct: number | null
  readonly afterPct: number | null
}

export interface Hours {
  readonly columns: HourColumns
  readonly emptied: readonly EmptiedHour[]
}

/** @param fromHour since 1970, included @param toHour not included */
export function hoursOf(days: readonly FoldedDay[], fromHour: number, toHour: number): Hours {
  const known = new Map(days.map(({ day, hours }) => [day, unpackDay(hours)]))
  const columns = Object.fromEntries(
    Object.keys(COLUMNS).map((column): [string, (number | null)[]] => [column, []]),
  ) as Record<Column, (number | null)[]>
  const emptied: EmptiedHour[] = []
  let level: number | null = null
  for (let hour = fromHour; hour < toHour; hour++) {
    const day = known.get(Math.floor(hour / 24))
    const values = day && hourValues(day, hour % 24)
    for (const [column, { of, decimals }] of entries)
      columns[column].push(values === undefined ? null : told(of(values), decimals))
    if (values === undefined) continue
    const after = told(values.fillPct, 1)
    if (!Number.isNaN(values.emptiedMinute))
      emptied.push({
        knownAt: hour * HOUR_MS + values.emptiedMinute * 60_000,
        beforePct: level,
        afterPct: after,
      })
    level = after ?? level
  }
  return { columns, emptied }
}

const entries = Object.entries(COLUMNS) as [Column, (typeof COLUMNS)[Column]][]

const told = (value: number, decimals: number): number | null =>
  Number.isNaN(value) ? null : rounded(value, decimals)

function dewPointOf({ tempC, rhPct }: Hour): number {
  return rhPct > 0 ? dewPointC(tempC, rhPct) : Number.NaN
}
