// How good the forecast of fill is on a recorded year of street containers, against what the same container's
// past days say without any method: a rolling origin at each local midnight.
import { parseArgs } from 'node:util'
import { sharedData } from '@bakwacht/test-support'
import type { Report } from './figure.ts'
import { type DeviceYear, deviceYear } from './forecast/device-year.ts'
import { readRecordedFill } from './forecast/recorded-fill.ts'
import { type Score, scores } from './forecast/score.ts'
import { DEVELOPED_SHARE, HORIZONS, isHeldOutDevice } from './forecast/split.ts'
import { UsageError } from './usage-error.ts'

const RECORDING = 'fill/frankfurt_glass_12devices.csv.gz'
const USAGE = '[--held-out]: the held-out time and devices instead of those developed on'

export async function benchForecast(report: Report, args: readonly string[]): Promise<void> {
  const heldOut = heldOutIn(args)
  const file = sharedData(RECORDING)
  if (file === undefined)
    throw new UsageError(`got no ../shared/data/${RECORDING}, wanted it there`)
  const years = [...readRecordedFill(file)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([device, events]) => deviceYear(device, events))
  const parts = heldOut
    ? [
        {
          name: 'held-out devices, whole year',
          of: years.filter((_, n) => isHeldOutDevice(n)),
          from: 0,
          to: 1,
        },
        { name: 'all devices, last 30 %', of: years, from: DEVELOPED_SHARE, to: 1 },
      ]
    : [
        {
          name: 'development',
          of: years.filter((_, n) => !isHeldOutDevice(n)),
          from: 0,
          to: DEVELOPED_SHARE,
        },
      ]
  for (const { name, of, from, to } of parts) reportPart(report, name, of, from, to)
  reportCost(report, years)
}

function reportPart(
  report: Report,
  part: string,
  years: readonly DeviceYear[],
  from: number,
  to: number,
): void {
  const each = years.map((year) => {
    const length = year.midnights.length
    return { year, ...scores(year, Math.floor(from * length), Math.floor(to * length)) }
  })
  const overall = meanOf(each.map((one) => mean(one.overall.pinball)))
  const byWeekday = meanOf(each.map((one) => mean(one['by weekday'].pinball)))
  const rival = overall <= byWeekday ? 'overall' : 'by weekday'
  const gain = (ours: number, theirs: number) => 100 * (1 - ours / theirs)

  const ours = meanOf(each.map(({ bakwacht }) => mean(bakwacht.pinball)))
  report({
    name: `forecast/${part}: pinball loss`,
    value: gain(ours, Math.min(overall, byWeekday)),
    unit: '% lower',
    goal: '>= 20',
    detail: { bakwacht: ours, overall, 'by weekday': byWeekday },
  })
  for (const [index, days] of HORIZONS.entries()) {
    const at = (of: (one: (typeof each)[number]) => Score) =>
      meanOf(each.map((one) => of(one).pinball[index] ?? Number.NaN))
    report({
      name: `forecast/${part}: ${days} d`,
      value: gain(
        at(({ bakwacht }) => bakwacht),
        at((one) => one[rival]),
      ),
      unit: '% lower',
      detail: {
        'covered %': 100 * meanOf(each.map(({ bakwacht }) => bakwacht.covered[index] ?? NaN)),
      },
    })
  }
  for (const { year, bakwacht, ...rivals } of each) {
    const best = Math.min(mean(rivals.overall.pinball), mean(rivals['by weekday'].pinball))
    report({
      name: `forecast/${part}: ${year.device}`,
      value: gain(mean(bakwacht.pinball), best),
      unit: '% lower',
      detail: {
        'covered %': 100 * mean(bakwacht.covered),
        pinball: mean(bakwacht.pinball),
        emptyings: year.emptyings,
        origins: bakwacht.origins,
      },
    })
  }
}

function reportCost(report: Report, years: readonly DeviceYear[]): void {
  report({
    name: 'forecast/one forecast',
    value: meanOf(years.map(({ forecastUs }) => forecastUs)),
    unit: 'µs of processor time',
    goal: '< 50',
    detail: { 'fold, µs a reading': meanOf(years.map(({ readingUs }) => readingUs)) },
  })
}

const mean = (values: readonly number[]): number => meanOf(values)

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function heldOutIn(args: readonly string[]): boolean {
  try {
    const { values } = parseArgs({ args: [...args], options: { 'held-out': { type: 'boolean' } } })
    return values['held-out'] === true
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}, wanted: ${USAGE}`)
  }
}
