// What the fold makes of echoes: emptyings found in a simulated world with every fault on, against the
// truth, and in a recorded year of street containers, of which nobody knows the truth.

import { type FaultShares, faultKinds, generatedWeather } from '@bakwacht/simulators/world'
import { sharedData } from '@bakwacht/test-support'
import type { Report } from './figure.ts'
import { readRecordedFill } from './forecast/recorded-fill.ts'
import { foldSeries } from './signal/fold-series.ts'
import { lastingShare } from './signal/lasting.ts'
import { type Score, scoreOf } from './signal/score.ts'
import { type SimulatedSeries, simulatedSeries } from './signal/simulated-series.ts'

const CONTAINERS = 200
const DAYS = 60
const START_AT = Date.UTC(2026, 2, 1)
/** The rules were tuned on seeds 1, 2, 11, 12 and 13. */
const SEEDS = [31, 32, 33]
const PARTIAL_SHARE = 0.2
const FALLS_PCT = [10, 15, 20]
const RECORDING = 'fill/frankfurt_glass_12devices.csv.gz'
const RECORDED_SPAN = { emptyMm: 1_500, fullMm: 300 }
/** Five points. */
const LASTING_MM = 60

interface World {
  readonly name: string
  readonly troubled: boolean
  /** Devices count how often the lid opens. */
  readonly lidsCounted: boolean
}

const WORLDS: readonly World[] = [
  { name: 'every fault', troubled: false, lidsCounted: true },
  { name: 'every fault, lids not counted', troubled: false, lidsCounted: false },
  { name: 'every fault and echo troubles', troubled: true, lidsCounted: true },
]

const everyFault = Object.fromEntries(
  Object.entries(faultKinds).map(([name, { share }]) => [name, share]),
) as FaultShares

export async function benchSignal(report: Report): Promise<void> {
  for (const world of WORLDS) for (const seed of SEEDS) reportWorld(report, seed, world)
  reportRecorded(report)
}

function reportWorld(report: Report, seed: number, { name, troubled, lidsCounted }: World): void {
  const weather = generatedWeather(seed, START_AT)
  const world = `signal/seed ${seed}, ${name}`
  const scores = new Map<number, Score[]>(FALLS_PCT.map((pct) => [pct, []]))
  const level = { squared: 0, within: 0, count: 0 }
  for (let index = 0; index < CONTAINERS; index++) {
    const series = simulatedSeries({
      ...{ seed, index, startAt: START_AT, days: DAYS, weather, troubled },
      ...{ faults: everyFault, partialShare: PARTIAL_SHARE },
    })
    const readings = lidsCounted
      ? series.readings
      : series.readings.map((reading) => ({ ...reading, lidOpens: null }))
    const { emptyings, levels } = foldSeries(readings, series.told)
    for (const [pct, those] of scores) those.push(scoreOf(series, emptyings, pct))
    addLevels(level, series, levels)
  }
  for (const [pct, those] of scores) reportScore(report, `${world}, falls of ${pct} points`, those)
  report({
    name: `${world}, level`,
    value: Math.sqrt(level.squared / level.count),
    unit: 'points rms from the height under the sensor',
    detail: { within_90_share: level.within / level.count, readings: level.count },
  })
}

function reportScore(report: Report, name: string, scores: readonly Score[]): void {
  const sum = (field: keyof Score) => scores.reduce((total, score) => total + score[field], 0)
  const found = sum('found')
  report({
    ...{ name: `${name} or more: recall`, value: found / (found + sum('missed')), unit: '' },
    ...{ goal: '>= 0.98', detail: { found, missed: sum('missed'), unseen: sum('unseen') } },
  })
  report({
    ...{
      name: `${name} or more: precision`,
      value: sum('right') / (sum('right') + sum('wrong')),
      unit: '',
    },
    ...{ goal: '>= 0.98', detail: { wrong: sum('wrong') } },
  })
  report({
    ...{
      name: `${name} or more: dated by the first echo`,
      value: sum('firstEcho') / found,
      unit: '',
    },
    detail: {
      first_or_second: sum('secondEcho') / found,
      kind_right: sum('kindRight') / found,
    },
  })
}

function addLevels(
  level: { squared: number; within: number; count: number },
  series: SimulatedSeries,
  levels: ReturnType<typeof foldSeries>['levels'],
): void {
  if (series.told === null) return
  for (const [index, estimate] of levels.entries()) {
    const truth = series.levels[index]
    const at = series.readings[index]?.observedAt ?? 0
    if (estimate === null || truth === undefined || at >= series.blindFrom) continue
    const off = estimate.pct - truth
    level.squared += off * off
    level.count++
    if (Math.abs(off) <= 1.645 * estimate.sdPct) level.within++
  }
}

/** Nobody recorded when these were emptied: what can be told is when crews seem to come, and whether it lasted. */
function reportRecorded(report: Report): void {
  const file = sharedData(RECORDING)
  if (file === undefined) return
  for (const [device, events] of readRecordedFill(file)) {
    const readings = events.flatMap((event) => (event.kind === 'reading' ? [event.reading] : []))
    const begun = performance.now()
    const { emptyings, state } = foldSeries(readings, RECORDED_SPAN)
    const ms = performance.now() - begun
    const full = emptyings.filter(({ partial }) => !partial).length
    const byDay = emptyings.filter(({ at }) => isWorkingHour(at)).length
    report({
      name: `signal/recorded ${device.slice(-4)}`,
      value: emptyings.length,
      unit: 'emptyings',
      detail: {
        ...{ full, partial: emptyings.length - full },
        by_day_share: byDay / emptyings.length,
        lasting_share: lastingShare(emptyings, readings, LASTING_MM),
        before_pct: meanOf(emptyings.map(({ beforePct }) => beforePct ?? Number.NaN)),
        after_pct: meanOf(emptyings.map(({ afterPct }) => afterPct ?? Number.NaN)),
        floor_points: state.fill.scale.floor,
        us_a_reading: (ms * 1000) / readings.length,
      },
    })
  }
}

/** 5 to 18 h UTC: 6 or 7 to 19 or 20 h where they stand. */
const isWorkingHour = (at: number): boolean => {
  const hour = new Date(at).getUTCHours()
  return hour >= 5 && hour < 18
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
