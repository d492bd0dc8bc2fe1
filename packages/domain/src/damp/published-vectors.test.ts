// Against values that others computed from the published equations, where they lie beside the project.
import { readFileSync } from 'node:fs'
import { sharedData } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
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
interface AirCase {
  readonly T: number
  readonly RH: number
  readonly es_hPa: number
  readonly dewpoint_AE: number
  readonly AH_g_m3: number
}

const mouldFile = sharedData('mould/vectors_constant.json')
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

const read = <Shape>(file: string | undefined): Shape =>
  JSON.parse(readFileSync(file ?? '', 'utf8')) as Shape
