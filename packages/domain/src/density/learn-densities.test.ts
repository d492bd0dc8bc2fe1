import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { settingsDefaults } from '../settings.ts'
import { densityOf, HEAVIEST_KG_PER_L, LIGHTEST_KG_PER_L, weightOf } from './density.ts'
import { learnDensities } from './learn-densities.ts'
import { type ReportedStop, weighedLoadsOf } from './weighed-load.ts'

const CAPACITY = 2000
const learn = (trips: readonly (readonly ReportedStop[])[]) =>
  learnDensities(trips.flatMap(weighedLoadsOf), settingsDefaults)

const stop = (containerId: string, given: Partial<ReportedStop> = {}): ReportedStop => ({
  containerId,
  capacityL: CAPACITY,
  outcome: 'emptied',
  kg: null,
  wetKg: null,
  expectedL: 1500,
  ...given,
})
const unload = (kg: number, wetKg: number | null = null): ReportedStop => ({
  ...stop('', { outcome: 'unloaded', kg, wetKg, expectedL: 0 }),
  containerId: null,
})

/** Mulberry32, and a normal draw from it. */
function dice(seed: number) {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  return { uniform, normal }
}

/** A fleet that is denser than the setting, each container by its own; trips of twelve. */
function weighedYear({ containers, trips, seed }: Record<'containers' | 'trips' | 'seed', number>) {
  const { uniform, normal } = dice(seed)
  const truth = Array.from({ length: containers }, () => 0.15 * Math.exp(0.18 * normal()))
  const driven = Array.from({ length: trips }, () => {
    const first = Math.floor(uniform() * containers)
    const step = [1, 7, 11, 13, 17, 19, 23][Math.floor(uniform() * 7)] ?? 1
    return Array.from({ length: 12 }, (_, i) => {
      const c = (first + i * step) % containers
      const expectedL = CAPACITY * (0.4 + 0.6 * uniform())
      const kg = expectedL * (truth[c] ?? 0) * Math.exp(0.2 * normal())
      return stop(`c${c}`, { expectedL, kg })
    })
  })
  return { truth, driven }
}

const kgOf = (stops: readonly ReportedStop[]) => stops.reduce((sum, { kg }) => sum + (kg ?? 0), 0)

/** Relative error over the fleet, root mean square. */
function errorOf(truth: readonly number[], densities: ReturnType<typeof learn>): number {
  const squares = truth.map((kgPerL, c) => (densityOf(densities, `c${c}`).kgPerL / kgPerL - 1) ** 2)
  return Math.sqrt(squares.reduce((a, b) => a + b, 0) / squares.length)
}

describe('density', () => {
  test('without a weighing is the setting, loosely', () => {
    const densities = learn([[stop('a')], []])
    expect(densityOf(densities, 'a')).toMatchObject({ kgPerL: 0.12, loads: 0 })
    const { kg, sdKg } = weightOf(densities, { id: 'a', capacityL: CAPACITY }, { l: 1000 })
    expect(kg).toBe(120)
    expect(sdKg / kg).toBeGreaterThan(0.3)
  })

  test('of each container is found where stops are weighed', () => {
    const { truth, driven } = weighedYear({ containers: 60, trips: 100, seed: 1 })
    const densities = learn(driven)
    expect(errorOf(truth, densities)).toBeLessThan(0.06)
    expect(densities.fleet.visitSd).toBeGreaterThan(0.15)
    expect(densities.fleet.visitSd).toBeLessThan(0.25)
  })

  test('is found where only whole trips are weighed, the fleet’s first', () => {
    const weighAtUnloading = (stops: readonly ReportedStop[]) => [
      ...stops.map((one) => ({ ...one, kg: null })),
      unload(kgOf(stops)),
    ]
    const { truth, driven } = weighedYear({ containers: 60, trips: 800, seed: 2 })
    const few = learn(driven.slice(0, 5).map(weighAtUnloading))
    expect(Math.abs(few.fleet.kgPerL / 0.15 - 1)).toBeLessThan(0.15)
    const many = learn(driven.map(weighAtUnloading))
    expect(errorOf(truth, many)).toBeLessThan(0.11)
    expect(errorOf(truth, many)).toBeLessThan(0.7 * errorOf(truth, few))
  })

  test('is as uncertain as it says', () => {
    let within = 0
    let all = 0
    for (let seed = 10; seed < 20; seed++) {
      const { truth, driven } = weighedYear({ containers: 40, trips: 15, seed })
      const densities = learn(driven)
      for (const [c, kgPerL] of truth.entries()) {
        const known = densityOf(densities, `c${c}`)
        if (Math.abs(known.kgPerL - kgPerL) <= 1.2816 * known.sdKgPerL) within++
        all++
      }
    }
    expect(within / all).toBeGreaterThan(0.72)
    expect(within / all).toBeLessThan(0.92)
  })

  test('of a container weighed once lies between its fleet’s and what was weighed', () => {
    const others = Array.from({ length: 30 }, (_, i) => [stop(`c${i}`, { kg: 1500 * 0.12 })])
    const densities = learn([...others, [stop('heavy', { kg: 1500 * 0.24 })]])
    const once = densityOf(densities, 'heavy')
    expect(once.kgPerL).toBeGreaterThan(0.125)
    expect(once.kgPerL).toBeLessThan(0.2)
    const again = learn([
      ...others,
      ...Array.from({ length: 8 }, () => [stop('heavy', { kg: 1500 * 0.24 })]),
    ])
    expect(densityOf(again, 'heavy').kgPerL).toBeGreaterThan(0.22)
    expect(densityOf(again, 'heavy').sdKgPerL).toBeLessThan(once.sdKgPerL)
  })

  test('does not follow a figure with a nought too many, or one too few', () => {
    const right = Array.from({ length: 12 }, (_, i) => [
      stop(`c${i % 4}`, { kg: 150 + 6 * (i % 3) }),
    ])
    const before = densityOf(learn(right), 'c1').kgPerL
    for (const kg of [1560, 15.6, 700]) {
      const after = densityOf(learn([...right, [stop('c1', { kg })]]), 'c1').kgPerL
      expect(Math.abs(after / before - 1)).toBeLessThan(0.08)
    }
  })

  test('counts what is wet without its water', () => {
    const dry = Array.from({ length: 10 }, () => [stop('a', { kg: 150 })])
    const wet = Array.from({ length: 10 }, () => [stop('a', { kg: 240, wetKg: 240 })])
    expect(densityOf(learn(wet), 'a').kgPerL).toBeCloseTo(densityOf(learn(dry), 'a').kgPerL, 3)
  })

  test('learns little from what was emptied in part, and nothing from what was not', () => {
    const emptied = learn([[stop('a', { kg: 300 })]])
    const partly = learn([[stop('a', { outcome: 'partly', kg: 150 })]])
    expect(densityOf(partly, 'a').sdKgPerL).toBeGreaterThan(densityOf(emptied, 'a').sdKgPerL)
    expect(learn([[stop('a', { outcome: 'blocked' }), unload(300)]]).fleet.loads).toBe(0)
  })

  test('grows with the level where fuller bins are pressed together', () => {
    const { uniform } = dice(5)
    const trips = Array.from({ length: 200 }, (_, i) => {
      const expectedL = CAPACITY * (0.3 + 0.7 * uniform())
      const kg = expectedL * 0.12 * (1 + 0.4 * (expectedL / CAPACITY - 0.7))
      return [stop(`c${i % 10}`, { expectedL, kg })]
    })
    const { fleet } = learn(trips)
    expect(fleet.compaction).toBeGreaterThan(0.25)
    expect(fleet.compaction).toBeLessThan(0.45)
  })

  test('puts drivers’ words right by the scale at the depot', () => {
    const words = Array.from({ length: 20 }, (_, i) => [
      stop(`a${i}`, { kg: 140 }),
      stop(`b${i}`, { kg: 140 }),
      unload(350),
    ])
    expect(learn(words).fleet.kgPerL).toBeCloseTo(175 / 1500, 2)
  })

  test('is the same in whatever order the loads came', () => {
    const { driven } = weighedYear({ containers: 20, trips: 10, seed: 3 })
    const there = learn(driven)
    expect(learn(driven.toReversed().map((trip) => trip.toReversed()))).toEqual(there)
  })

  test('stays within what textile can weigh, whatever was typed', () => {
    const kg = fc.oneof(fc.constant(null), fc.double({ min: 0, max: 100_000, noNaN: true }))
    const visit = fc.record({
      containerId: fc.constantFrom('a', 'b', 'c', null),
      capacityL: fc.integer({ min: 1, max: 10_000 }),
      outcome: fc.constantFrom('emptied', 'partly', 'blocked', 'skipped', 'unloaded'),
      kg,
      wetKg: kg,
      expectedL: fc.double({ min: 0, max: 10_000, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(fc.array(visit, { maxLength: 8 }), { maxLength: 12 }), (trips) => {
        const densities = learn(trips as ReportedStop[][])
        for (const id of ['a', 'b', 'c', 'd']) {
          const { kgPerL, sdKgPerL } = densityOf(densities, id)
          expect(kgPerL).toBeGreaterThanOrEqual(LIGHTEST_KG_PER_L)
          expect(kgPerL).toBeLessThanOrEqual(HEAVIEST_KG_PER_L)
          expect(sdKgPerL).toBeGreaterThan(0)
          const { kg, sdKg } = weightOf(densities, { id, capacityL: 2000 }, { l: 900, sdL: 50 })
          expect(kg).toBeGreaterThan(0)
          expect(sdKg).toBeGreaterThan(0)
        }
      }),
      { numRuns: 200 },
    )
  })
})
