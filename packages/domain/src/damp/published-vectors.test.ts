// Against values that others computed from the published equations, where they lie beside the project.
import { readFileSync } from 'node:fs'
import { sharedData } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { growthLimitRhPct } from './growth-limit.ts'
import { mouldClasses } from './mould-class.ts'
import { mouldAfter, noMould } from './mould-index.ts'
import { absHumidityGPerM3, dewPointC, saturationHPa } from './psychrometrics.ts'

interface MouldCase {
  readonly name: string
  readonly class_: keyof typeof mouldClasses
  readonly cmat: number
  readonly hours: number
  readonly M_at_hours: Readonly<Record<string, number>>
}
interface ThresholdCase {
  readonly cls: keyof typeof mouldClasses
  readonly T: number
  readonly RH: number
  readonly M7: number
  readonly M14: number
  readonly [time: `t${string}`]: number | null
}
interface AirCase {
  readonly T: number
  readonly RH: number
  readonly es_hPa: number
  readonly dewpoint_AE: number
  readonly AH_g_m3: number
}

const mouldFile = sharedData('mould/vectors_constant.json')
const thresholdFile = sharedData('mould/time_to_threshold.json')
const limitFile = sharedData('mould/vectors_zeng_lim.json')
const airFile = sharedData('mould/vectors_psychrometrics.json')

test.skipIf(mouldFile === undefined)('the mould index follows constant climates to 1e-6', () => {
  const { results } = read<{ results: MouldCase[] }>(mouldFile)
  expect(results.length).toBeGreaterThan(30)
  for (const { name, class_, cmat, hours, M_at_hours } of results) {
    const [, tempC, rhPct] = /_(-?\d+)C_(\d+)RH_/.exec(name)?.map(Number) ?? []
    let state = noMould
    for (let hour = 1; hour <= hours; hour++) {
      state = mouldAfter(state, hour, tempC ?? 0, rhPct ?? 0, {
        class: mouldClasses[class_],
        cmat,
      })
      const wanted = M_at_hours[hour]
      if (wanted !== undefined) expect(Math.abs(state.index - wanted), name).toBeLessThan(1e-6)
    }
  }
})

test.skipIf(airFile === undefined)('humid air follows the published points', () => {
  const { vectors } = read<{ vectors: AirCase[] }>(airFile)
  expect(vectors.length).toBeGreaterThan(20)
  for (const { T, RH, es_hPa, dewpoint_AE, AH_g_m3 } of vectors) {
    expect(Math.abs(saturationHPa(T) - es_hPa)).toBeLessThan(1e-5)
    expect(Math.abs(dewPointC(T, RH) - dewpoint_AE)).toBeLessThan(1e-6)
    expect(Math.abs(absHumidityGPerM3(T, RH) - AH_g_m3)).toBeLessThan(1e-6)
  }
})

test.skipIf(thresholdFile === undefined)(
  'it reaches its thresholds when the published climates say, to the printed digits',
  () => {
    const { rows } = read<{ rows: ThresholdCase[] }>(thresholdFile)
    expect(rows.length).toBeGreaterThan(50)
    const levels = { t01: 0.1, t03: 0.3, t05: 0.5, t1: 1 } as const
    for (const row of rows) {
      const name = JSON.stringify(row)
      const indices = risingIndex(row, 24 * 400)
      expect(indices[7 * 24], name).toBeCloseTo(row.M7, 3)
      expect(indices[14 * 24], name).toBeCloseTo(row.M14, 3)
      for (const [key, level] of Object.entries(levels)) {
        const days = row[key as keyof typeof levels] ?? null
        const reached = indices.findIndex((index) => index >= level)
        if (days !== null) expect(Math.abs(reached / 24 - days), name).toBeLessThan(0.051)
      }
    }
  },
)

test.skipIf(limitFile === undefined)('the limit of all growth follows the published points', () => {
  const { vectors } = read<{ vectors: { T: number; LIM0: number }[] }>(limitFile)
  expect(vectors.length).toBeGreaterThanOrEqual(8)
  for (const { T, LIM0 } of vectors) expect(growthLimitRhPct(T)).toBeCloseTo(LIM0, 5)
})

/** The index after each hour of a constant climate, from none at 0. */
function risingIndex({ cls, T, RH }: ThresholdCase, hours: number): number[] {
  const surface = { class: mouldClasses[cls], cmat: 0.5 }
  const indices = [0]
  let state = noMould
  for (let hour = 1; hour <= hours; hour++) {
    state = mouldAfter(state, hour, T, RH, surface)
    indices.push(state.index)
  }
  return indices
}

const read = <Shape>(file: string | undefined): Shape =>
  JSON.parse(readFileSync(file ?? '', 'utf8')) as Shape
