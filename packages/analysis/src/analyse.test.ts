import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  analyseOne,
  analyseText,
  CALIBRATED,
  csvOf,
  fillingBin,
  HEADER,
} from './analysis.fixture.ts'

const t0 = Date.UTC(2025, 2, 3)
const month = fillingBin(31, t0)

test('a bin that fills and is emptied: both are found, and what is foreseen lies around what comes', async () => {
  const bin = await analyseOne(csvOf(fillingBin(60, t0)), CALIBRATED)
  const emptiedAt = bin.emptied.map(({ at }) => (Date.parse(at) - t0) / 86_400_000)
  expect(emptiedAt.map((day) => Math.round(day))).toEqual([9, 18, 27, 36, 45, 54])
  for (const { before_pct, after_pct, partial } of bin.emptied) {
    expect(partial).toBe(false)
    expect(Math.abs((before_pct ?? 0) - 55)).toBeLessThan(6)
    expect(Math.abs((after_pct ?? 0) - 1)).toBeLessThan(6)
  }
  const { forecast, ...distances } = bin.calibration
  expect(distances).toMatchObject({ full_distance_mm: 400, source: 'learnt' })
  expect(Math.abs((distances.empty_distance_mm ?? 0) - 2000)).toBeLessThan(40)
  expect(forecast?.by_days.map(({ days }) => days)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(forecast?.coverage_90).toBeGreaterThan(0.85)
})

test('each local midnight after the first reading has its fill, its air and seven forecasts', async () => {
  const bin = await analyseOne(csvOf(month), CALIBRATED)
  expect(bin.readings).toBe(31 * 24)
  expect(bin.daily).toHaveLength(31)
  expect(bin.daily[0]?.at).toBe('2025-03-04T00:00:00+01:00')
  expect(bin.daily.at(-1)?.at).toBe('2025-04-03T00:00:00+02:00')
  const ats = bin.daily.map(({ at }) => at)
  expect(bin.damp.map(({ at }) => at)).toEqual(ats)
  expect(bin.forecasts.map(({ at, days }) => `${at} ${days}`)).toEqual(
    ats.flatMap((at) => [1, 2, 3, 4, 5, 6, 7].map((days) => `${at} ${days}`)),
  )
  for (const { quantiles } of bin.forecasts) {
    const values = Object.values(quantiles)
    expect(values).toEqual(values.toSorted((a, b) => a - b))
  }
})

test('nothing that comes after a midnight changes what was written down at it', async () => {
  const whole = await analyseOne(csvOf(month), CALIBRATED)
  const cut = Date.parse('2025-03-20T00:00:00+01:00')
  const changed = month.map((row) =>
    row.at < cut ? row : { ...row, cells: row.cells.replace(/Z,.*/, 'Z,401,40,99') },
  )
  const other = await analyseOne(csvOf(changed), CALIBRATED)
  const before = <Entry extends { at: string }>(entries: readonly Entry[]) =>
    entries.filter(({ at }) => Date.parse(at) <= cut)
  expect(before(whole.daily)).toHaveLength(17)
  expect(before(other.daily)).toEqual(before(whole.daily))
  expect(before(other.forecasts)).toEqual(before(whole.forecasts))
  // The air at an instant is what holds then, so it too comes from before.
  expect(before(other.damp)).toEqual(before(whole.damp))
  expect(other.daily.at(-1)).not.toEqual(whole.daily.at(-1))
})

test('the order of rows and rows that come again change nothing', async () => {
  const rows = [...fillingBin(4, t0, 'b'), ...fillingBin(4, t0, 'a')]
  const plain = await analyseText(csvOf(rows), CALIBRATED)
  const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length })
  await fc.assert(
    fc.asyncProperty(shuffled, fc.subarray(rows), async (order, again) => {
      const { devices } = await analyseText(csvOf([...order, ...again]), CALIBRATED)
      expect(devices.map((device) => ({ ...device, repeated_rows: 0 }))).toEqual(plain.devices)
      const repeated = devices.reduce((sum, { repeated_rows }) => sum + repeated_rows, 0)
      expect(repeated).toBe(again.length)
    }),
    { numRuns: 20 },
  )
})

test('of rows that contradict each other the same one stands, whatever their order', async () => {
  const rows = ['a,0,900,,', 'a,0,900,20,50', 'a,0,700,20,50', 'a,90000,880,,']
  const one = await analyseOne([HEADER, ...rows].join('\n'), CALIBRATED)
  const other = await analyseOne([HEADER, ...rows.toReversed()].join('\n'), CALIBRATED)
  expect(other).toEqual(one)
  expect(one).toMatchObject({ readings: 2, repeated_rows: 2 })
})

test('gzip, a byte order mark, CRLF, quotes and empty lines make no difference', async () => {
  const csv = csvOf(fillingBin(3, t0))
  const plain = await analyseText(csv, CALIBRATED)
  const odd = `\uFEFF${csv.replaceAll('\n', '\r\n\r\n').replaceAll(/^d1,/gm, '"d1", ')}`
  expect(await analyseText(odd, CALIBRATED)).toEqual(plain)
  expect(await analyseText(csv, CALIBRATED, { gz: true })).toEqual(plain)
})

test('one reading is a device without a midnight', async () => {
  const bin = await analyseOne(`${HEADER}\nd1,2025-03-03T10:00:00Z,900,,\n`, CALIBRATED)
  expect(bin).toMatchObject({ readings: 1, emptied: [], daily: [], damp: [], forecasts: [] })
  expect(bin.calibration.forecast).toBeNull()
})

test('a header alone is a file of no devices', async () => {
  expect(await analyseText(`${HEADER}\n`)).toEqual({
    devices: [],
    rejected_rows: { count: 0, examples: [] },
  })
})

test('a file that measures only air has no fill, one that measures only fill no air', async () => {
  const air = await analyseOne('ts,temp_c,rh_pct\n1741000000,10,70\n1741100000,10,70\n')
  expect(air.device).toBe('device')
  expect(air.daily).toEqual([{ at: '2025-03-04T00:00:00+01:00', fill_pct: null, sd_pct: null }])
  expect(air.forecasts).toEqual([])
  expect(air.calibration.source).toBe('none')
  const fill = await analyseOne('device,ts,fill_pct\nx,1741000000,40\nx,1741100000,42\n')
  expect(fill.damp).toMatchObject([{ temp_c: null, dew_point_c: null, mould_index: null }])
  expect(fill.daily[0]?.fill_pct).toBeGreaterThan(35)
  expect(fill.calibration.source).toBe('device')
})

test('a lost echo and an impossible value are no fill', async () => {
  const rows = fillingBin(3, t0).map(({ cells }, hour) => {
    const lost = ['0', '65535', 'null', '30000'][hour % 8]
    return lost === undefined ? cells : cells.replace(/Z,\d+/, `Z,${lost}`)
  })
  const bin = await analyseOne([HEADER, ...rows].join('\n'), CALIBRATED)
  const clean = await analyseOne(csvOf(fillingBin(3, t0)), CALIBRATED)
  expect(bin.emptied).toEqual([])
  bin.daily.forEach(({ fill_pct }, day) => {
    expect(Math.abs((fill_pct ?? 0) - (clean.daily[day]?.fill_pct ?? 0))).toBeLessThan(4)
  })
})

test('a device that stops long before the others is silent, and says since when', async () => {
  const rows = [...fillingBin(6, t0, 'stays'), ...fillingBin(2, t0, 'stops')]
  const { devices } = await analyseText(csvOf(rows), { ...CALIBRATED, timezone: 'UTC' })
  expect(devices.map(({ anomalies }) => anomalies.map(({ kind }) => kind))).toEqual([
    [],
    ['silent'],
  ])
  expect(devices[1]?.anomalies[0]).toMatchObject({
    at: '2025-03-05T05:07:00+00:00',
    until: null,
    evidence: { last_reading_at: '2025-03-04T23:07:00+00:00' },
  })
})

test('rows from before its clock was set do not count, and are counted', async () => {
  const rows = fillingBin(3, t0)
  const unset = fillingBin(1, 0).map(({ cells }) => cells)
  const bin = await analyseOne([csvOf(rows), ...unset].join('\n'), CALIBRATED)
  const clean = await analyseOne(csvOf(rows), CALIBRATED)
  expect(bin).toEqual({ ...clean, wrong_clock_rows: 24 })
})

test('distances of a bin that nobody measured are read by what its emptyings show', async () => {
  const bin = await analyseOne(csvOf(fillingBin(60, t0)))
  expect(bin.calibration.source).toBe('guessed')
  expect(bin.emptied.length).toBeGreaterThanOrEqual(5)
})

test('fire is an anomaly, with its evidence; a full bin in wet weather is none', async () => {
  const rows = fillingBin(9, t0).map(({ at, cells }, hour) => {
    const temp = hour === 200 ? 85 : 12
    return { at, cells: cells.replace(/,[\d.]+,[\d.]+$/, `,${temp},98`) }
  })
  const { anomalies } = await analyseOne(csvOf(rows), { ...CALIBRATED, full_distance_mm: 1200 })
  expect(anomalies).toEqual([
    {
      at: '2025-03-11T09:07:00+01:00',
      until: '2025-03-11T10:07:00+01:00',
      kind: 'fire',
      evidence: { temp_c: 85, at: '2025-03-11T09:07:00+01:00' },
    },
  ])
})
