// Damp, against the truth of simulated steel bins in a recorded year: how often weather alone sends a
// truck, and how many leaks are known within a day.
import { existsSync } from 'node:fs'
import { settingsDefaults } from '@bakwacht/domain'
import { sharedData } from '@bakwacht/test-support'
import { livedYear } from './damp/fleet-year.ts'
import { foldBin, judgeBin, type Surroundings } from './damp/judge-fleet.ts'
import { type Score, score } from './damp/score.ts'
import { type RecordedYear, readRecordedYear } from './damp/weather.ts'
import type { Report } from './figure.ts'
import { UsageError } from './usage-error.ts'

const USAGE = '[FILE.csv with timestamp_utc, temp_c, rh_pct, rain_mm]'
/** None of them was looked at while the settings were chosen; those were 1 to 3 and 11 to 13. */
const SEEDS = [101, 102, 103, 104, 105, 106, 107, 108]
const FLEET = { bins: 12, leaksM2: [0.05, 0.1, 0.2, 0.3], wetBagShare: 0 }
const GOALS = { false: '<= 1', known: '>= 95' }

export async function benchDamp(report: Report, args: readonly string[]): Promise<void> {
  const year = readRecordedYear(weatherFile(args))
  for (const rhOffsetPct of [0, 2]) {
    const scores = new Map<string, Score[]>()
    for (const seed of SEEDS)
      for (const [name, found] of scoresOf(year, seed, rhOffsetPct))
        scores.set(name, [...(scores.get(name) ?? []), ...found])
    for (const [name, found] of scores) tell(report, `damp/${name}, ±${rhOffsetPct} % RH`, found)
  }
}

function scoresOf(year: RecordedYear, seed: number, rhOffsetPct: number): Map<string, Score[]> {
  const bins = livedYear(year, { ...FLEET, seed, rhOffsetPct })
  const folded = bins.map((bin) => foldBin(bin, settingsDefaults))
  const surroundings: Readonly<Record<string, Surroundings>> = {
    'with neighbours': { neighbours: true, feed: undefined },
    'with the outdoor feed': { neighbours: false, feed: year.feed },
    'with both': { neighbours: true, feed: year.feed },
    alone: { neighbours: false, feed: undefined },
  }
  return new Map(
    Object.entries(surroundings).map(([name, around]) => [
      name,
      bins.map((bin, index) => score(bin, judgeBin(index, folded, around, settingsDefaults))),
    ]),
  )
}

function tell(report: Report, name: string, scores: readonly Score[]): void {
  const dryDays = sum(scores, ({ dryBinDays }) => dryBinDays)
  const leaks = scores.flatMap(({ leaks: each }) => each)
  const known = leaks.filter((leak) => leak.known)
  report({
    ...{ name: `${name}: dry bin-days with a must`, unit: '%', goal: GOALS.false },
    value: (100 * sum(scores, ({ falseBinDays }) => falseBinDays)) / dryDays,
    detail: { days: dryDays },
  })
  const share = (of: typeof leaks) => `${of.filter((leak) => leak.known).length}/${of.length}`
  const hours = known.map((leak) => leak.hours ?? 0).sort((a, b) => a - b)
  report({
    ...{ name: `${name}: leaks known within 24 h`, unit: '%', goal: GOALS.known },
    value: (100 * known.length) / leaks.length,
    detail: {
      leaks: leaks.length,
      median_h: hours[hours.length >> 1] ?? Number.NaN,
      ...groups(leaks, ({ leakM2 }) => `roof_m2_${leakM2}`, share),
      ...groups(leaks, ({ month }) => `quarter_${Math.floor(month / 3) + 1}`, share),
      ...groups(leaks, ({ kg }) => (kg < 20 ? 'kg_below_20' : 'kg_from_20'), share),
    },
  })
}

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0)

const groups = <Item>(
  items: readonly Item[],
  key: (item: Item) => string,
  told: (of: Item[]) => string,
): Record<string, string> =>
  Object.fromEntries(
    [...Map.groupBy(items, key)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, of]) => [name, told(of)]),
  )

function weatherFile([file, more]: readonly string[]): string {
  const found = file ?? sharedData('weather/nl_de_bilt_knmi260_2000_hourly.csv')
  if (found === undefined || more !== undefined || !existsSync(found))
    throw new UsageError(`got ${file ?? 'nothing'}, wanted: npm run bench -- damp ${USAGE}`)
  return found
}
