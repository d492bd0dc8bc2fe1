import { readFileSync } from 'node:fs'
import { sharedData } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { analyseOne, analyseText } from '../analysis.fixture.ts'

const HOUR_MS = 3_600_000
const UTC = { timezone: 'UTC' }
const t0 = Date.UTC(2025, 0, 6)

/** Rows `[hour, temp, rh]`. */
const climate = (rows: readonly (readonly [number, number | string, number | string])[]): string =>
  [
    'device,ts,temp_c,rh_pct',
    ...rows.map(([hour, temp, rh]) => `d1,${t0 + hour * HOUR_MS},${temp},${rh}`),
  ].join('\n')

const hourly = (hours: number, rhAt: (hour: number) => number | string, from = 0) =>
  Array.from({ length: hours }, (_, hour) => [from + hour, 20, rhAt(from + hour)] as const)

test('hours at 75 % or more are those of the spell that lasts', async () => {
  // Dry until 10:00 on the first day; 74 % from 05:00 to 06:00 on the second; wet again until the end.
  const rh = (hour: number) => (hour < 10 || hour === 29 ? 74 : 80)
  const { damp } = await analyseOne(climate(hourly(73, rh)), UTC)
  expect(damp.map(({ hours_above_75 }) => hours_above_75)).toEqual([14, 18, 42])
})

test('a spell outlasts hours without a reading, but not more than a day', async () => {
  const gap = (hours: number) =>
    climate([...hourly(6, () => 80), ...hourly(20, () => 80, 8 + hours)])
  const at24 = async (hours: number) => (await analyseOne(gap(hours), UTC)).damp[0]?.hours_above_75
  expect(await at24(5)).toBe(24)
  const long = await analyseOne(gap(30), UTC)
  expect(long.damp.map(({ hours_above_75 }) => hours_above_75)).toEqual([8, 10])
})

test('a reading holds until the next, at most three hours', async () => {
  const { damp } = await analyseOne(
    climate([
      [0, 20, 60],
      [22, 10, 80],
      [44, 11, 81],
      [48.5, '', 70],
      [72.5, 12, 82],
    ]),
    UTC,
  )
  expect(damp.map(({ temp_c, rh_pct }) => [temp_c, rh_pct])).toEqual([
    [10, 80],
    [null, null],
    [null, null],
  ])
  expect(damp[0]?.dew_point_c).toBeCloseTo(6.7, 1)
})

test('a reading at midnight tells the air of that midnight, and nothing of the hours before', async () => {
  const rows = (hour: number) => [hour, hour === 24 ? 15 : 20, hour === 24 ? 60 : 97] as const
  const { damp } = await analyseOne(
    climate(Array.from({ length: 26 }, (_, hour) => rows(hour))),
    UTC,
  )
  const before = await analyseOne(climate(hourly(26, () => 97)), UTC)
  expect(damp).toMatchObject([{ temp_c: 15, rh_pct: 60, hours_above_75: 24 }])
  expect(damp[0]?.mould_index).toBe(before.damp[0]?.mould_index)
})

test('mould grows through the hours that a reading holds for, and rests through the others', async () => {
  const every = (step: number) =>
    climate(Array.from({ length: 31 * (24 / step) }, (_, row) => [row * step, 20, 97] as const))
  const indices = async (step: number) =>
    (await analyseOne(every(step), UTC)).damp.map(({ mould_index }) => mould_index ?? 0)
  const [all, three, four] = [await indices(1), await indices(3), await indices(4)]
  expect(three).toEqual(all)
  // Three hours of four: as far in 28 days as in 21.
  expect(four[27]).toBeCloseTo(all[20] ?? 0, 6)
})

test('emptying does not take the mould along', async () => {
  const rows = Array.from({ length: 20 * 24 }, (_, hour) => {
    const fill = hour < 240 ? 80 : 2
    return `d1,${t0 + hour * HOUR_MS},${fill},20,97`
  })
  const csv = ['device,ts,fill_pct,temp_c,rh_pct', ...rows].join('\n')
  const { emptied, damp } = await analyseOne(csv, UTC)
  expect(emptied).toHaveLength(1)
  const indices = damp.map(({ mould_index }) => mould_index ?? 0)
  expect(indices).toEqual(indices.toSorted((a, b) => a - b))
})

const vectors = sharedData('mould/vectors_constant.json')

test.skipIf(vectors === undefined)(
  'the mould index of constant climates is the reference to 1e-6 (needs ../shared/data)',
  async () => {
    const { results } = JSON.parse(readFileSync(vectors ?? '', 'utf8')) as {
      readonly results: readonly {
        readonly name: string
        readonly class_: string
        readonly cmat: number
        readonly M_at_hours: Readonly<Record<string, number>>
      }[]
    }
    const climates = results.map(({ name }) => /_(-?\d+)C_(\d+)RH_/.exec(name)?.slice(1) ?? [])
    const hours = 28 * 24 + 1
    const csv = [
      'device,ts,temp_c,rh_pct',
      ...results.flatMap((_, index) =>
        Array.from({ length: hours }, (_, hour) =>
          [`case ${index}`, t0 + hour * HOUR_MS, ...(climates[index] ?? [])].join(),
        ),
      ),
    ].join('\n')
    const config = {
      timezone: 'UTC',
      devices: Object.fromEntries(
        results.map(({ class_, cmat }, index) => [
          `case ${index}`,
          { mould_class: class_, mould_cmat: cmat },
        ]),
      ),
    }
    const { devices } = await analyseText(csv, config)
    let compared = 0
    for (const [index, { name, M_at_hours }] of results.entries()) {
      const damp = devices.find(({ device }) => device === `case ${index}`)?.damp ?? []
      for (const [hour, wanted] of Object.entries(M_at_hours)) {
        const got = damp[Number(hour) / 24 - 1]?.mould_index
        if (Number(hour) > 28 * 24) continue
        expect(Math.abs((got ?? Number.NaN) - wanted), `${name} ${hour} h`).toBeLessThan(1e-6)
        compared++
      }
    }
    expect(compared).toBeGreaterThan(100)
  },
)
