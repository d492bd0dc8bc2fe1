import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Bin, type BinEvent, type BinOptions } from './bin.ts'
import { ordinaryBin } from './bin-profile.ts'
import { generatedWeather } from './generated-weather.ts'
import { DAY_MS, HOUR_MS } from './time.ts'

const startAt = Date.UTC(2026, 8, 1)
const weather = generatedWeather(1, startAt)

const binOf = (seed: number, options: Partial<BinOptions> = {}) =>
  new Bin({
    ...{ id: 'bin', profile: ordinaryBin, seed, weather, startAt },
    initial: { kg: 20, litres: 150 },
    ...options,
  })

const course = (bin: Bin, hours: number, step = 1) => {
  const states: object[] = []
  for (let hour = step; hour <= hours; hour += step) {
    bin.advanceTo(startAt + hour * HOUR_MS)
    states.push({ ...bin.contents, ...bin.climate, level: bin.level, lid: bin.lidOpens })
  }
  return states
}

test('no kilogram appears or vanishes: what came in is there, was collected or was refused', () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.integer({ min: 20, max: 2_000 }),
      fc.array(fc.integer({ min: 1, max: 39 }), { maxLength: 6 }),
      (seed, litresPerDay, visits) => {
        const bin = binOf(seed, { profile: { ...ordinaryBin, litresPerDay, wetBagShare: 0.05 } })
        for (const day of visits.toSorted((a, b) => a - b)) bin.empty(startAt + day * DAY_MS)
        bin.advanceTo(startAt + 40 * DAY_MS)
        const { takenKg, collectedKg } = bin.totals
        expect(bin.contents.kg).toBeCloseTo(20 + takenKg - collectedKg, 6)
        expect(bin.contents.litres).toBeLessThanOrEqual(ordinaryBin.capacityL)
        expect(bin.level).toBeGreaterThanOrEqual(0)
        expect(bin.level).toBeLessThanOrEqual(1)
      },
    ),
    { numRuns: 40 },
  )
})

test('the same seed repeats itself to the bit, however big the strides', () => {
  const hourly = course(binOf(7), 30 * 24).filter((_, index) => index % 24 === 23)
  expect(course(binOf(7), 30 * 24, 24)).toEqual(hourly)
  expect(course(binOf(8), 30 * 24, 24)).not.toEqual(hourly)
})

test('a year brings about what the profile says, and more in August than in February', () => {
  const profile = { ...ordinaryBin, litresPerDay: 100, burstsPerYear: 0, capacityL: 1e9 }
  const bin = binOf(3, { profile, startAt: Date.UTC(2026, 0, 1) })
  const kgByMonth = Array.from({ length: 12 }, (_, month) => {
    const before = bin.totals.takenKg
    bin.advanceTo(Date.UTC(2026, month + 1, 1))
    return bin.totals.takenKg - before
  })
  const kg = kgByMonth.reduce((a, b) => a + b)
  expect(kg).toBeGreaterThan(0.8 * 365 * 100 * 0.125)
  expect(kg).toBeLessThan(1.1 * 365 * 100 * 0.125)
  expect(kgByMonth[7]).toBeGreaterThan(1.2 * (kgByMonth[1] ?? 0))
})

test('what is full turns gifts away and says so', () => {
  const events: BinEvent[] = []
  const bin = binOf(4, {
    profile: { ...ordinaryBin, litresPerDay: 900 },
    witness: { event: (_id, _at, event) => events.push(event), hour: () => {} },
  })
  bin.advanceTo(startAt + 10 * DAY_MS)
  expect(bin.fillFraction).toBeGreaterThan(0.93)
  expect(bin.totals.refusedKg).toBeGreaterThan(50)
  expect(events.some(({ event }) => event === 'overflow')).toBe(true)
})

test('a household clearance brings a dozen bags or more within hours', () => {
  const bursts: number[] = []
  const bin = binOf(5, {
    profile: { ...ordinaryBin, litresPerDay: 1, burstsPerYear: 200, capacityL: 1e9 },
    witness: {
      event: (_id, _at, event) => event.event === 'burst' && bursts.push(event.bags),
      hour: () => {},
    },
  })
  bin.advanceTo(startAt + 60 * DAY_MS)
  expect(bursts.length).toBeGreaterThan(10)
  for (const bags of bursts) expect(bags).toBeGreaterThanOrEqual(12)
  expect(bin.lidOpens).toBeGreaterThan(bursts.length * 10)
})

test('the fixed round empties it when it is due, and the crew finds what lay there', () => {
  const events: [number, BinEvent][] = []
  const due = startAt + 5 * DAY_MS
  const bin = binOf(6, {
    emptyings: [due],
    witness: { event: (_id, at, event) => events.push([at, event]), hour: () => {} },
  })
  bin.advanceTo(due)
  const before = bin.contents
  bin.advanceTo(due + HOUR_MS)
  expect(events.find(([, { event }]) => event === 'emptied')).toEqual([
    due,
    { event: 'emptied', ...before, waterKg: 0 },
  ])
  expect(bin.contents.kg).toBeLessThan(before.kg)
})

test('heaps settle: untouched textile takes less room and weighs the same', () => {
  const profile = { ...ordinaryBin, litresPerDay: 0, burstsPerYear: 0 }
  const bin = binOf(9, { profile, initial: { kg: 100, litres: 900 } })
  bin.advanceTo(startAt + 14 * DAY_MS)
  expect(bin.contents.kg).toBe(100)
  expect(bin.contents.litres).toBeLessThan(700)
  expect(bin.contents.litres).toBeGreaterThan(620)
})
