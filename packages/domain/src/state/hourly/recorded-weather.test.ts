// Recorded climates, where they lie beside the project: weather alone must send no truck.
import { readFileSync } from 'node:fs'
import { sharedData } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import type { AlertEpisode } from '../../alert/alert.ts'
import { DAY_MS, HOUR_MS } from '../../time/local-time.ts'
import { type Climate, judge, kindsOf } from './fleet.fixture.ts'
import type { OutdoorHour } from './hour-input.ts'

const deBilt = sharedData('weather/nl_de_bilt_knmi260_2000_hourly.csv')
const attic = sharedData('climate/fi_unheated_attic_vs_outdoor_hourly.csv')
const MUST = new Set(['damp', 'water_ingress'])

test.skipIf(deBilt === undefined)(
  'a year of outdoor air in every bin is watched in autumn and never must be driven for',
  () => {
    const outside = recorded(deBilt, 1, 2, 3)
    const from = Date.UTC(2000, 0, 2)
    const offsets = [-1.5, -1, -0.5, 0, 0.4, 0.8, 1.2, 1.5]
    const bins = offsets.map(
      (offset): Climate =>
        (hour) => {
          const air = outside.get(from / HOUR_MS + hour)
          return air && { ...air, rhPct: Math.min(air.rhPct + offset, 100) }
        },
    )
    const judged = judge({ from, hours: 363 * 24, bins, emptied: every(14, 363) })
    expect(judged.flatMap(kindsOf).filter((kind) => MUST.has(kind))).toEqual([])
    expect(judged.flatMap(kindsOf)).toContain('damp_watch')
  },
)

test.skipIf(attic === undefined)(
  'an unheated attic that follows the weather is must on at most one day in a hundred',
  () => {
    const inside = recorded(attic, 1, 2)
    const outside = recorded(attic, 3, 4, 5)
    const from = Date.UTC(2010, 10, 23)
    const at = (hour: number) => from / HOUR_MS + hour
    const [judged] = judge({
      from,
      hours: 570 * 24,
      bins: [(hour) => inside.get(at(hour))],
      outdoor: (hour) => outside.get(at(hour)) ?? { tempC: 0, rhPct: 85, rainMm: 0 },
      emptied: every(7, 570),
    })
    const musts = judged?.episodes.filter(({ kind }) => MUST.has(kind)) ?? []
    expect(musts.length).toBeLessThanOrEqual(2)
    expect(mustDays(musts)).toBeLessThanOrEqual(5)
  },
)

/** UTC days on which one of them was open. */
const mustDays = (episodes: readonly AlertEpisode[]): number =>
  new Set(
    episodes.flatMap(({ raisedAt, clearedAt }) => {
      const [first, last] = [raisedAt, clearedAt ?? raisedAt].map((at) => Math.floor(at / DAY_MS))
      return Array.from({ length: (last ?? 0) - (first ?? 0) + 1 }, (_, on) => (first ?? 0) + on)
    }),
  ).size

const every = (days: number, until: number) =>
  Array.from({ length: Math.floor(until / days) }, (_, index) => ({
    afterHours: (index + 1) * days * 24 + 10,
    outcome: 'emptied' as const,
  }))

/** Hours since 1970 → the columns of the file. */
function recorded(
  file: string | undefined,
  temp: number,
  rh: number,
  rain?: number,
): ReadonlyMap<number, OutdoorHour> {
  const rows = readFileSync(file ?? '', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  return new Map(
    rows.map((row) => {
      const cells = row.split(',')
      const number = (column = -1) => Number(cells[column] ?? Number.NaN)
      const rainMm = rain === undefined ? null : number(rain)
      return [
        Math.floor(Date.parse(cells[0] ?? '') / HOUR_MS),
        { tempC: number(temp), rhPct: number(rh), rainMm },
      ]
    }),
  )
}
