// The property that everything here is built for: the same events and a round at the same time give
// the same states and alerts, whatever order and batches they came in, whoever restarted in between.
import {
  type Alert,
  type ContainerState,
  flagBit,
  type Reading,
  settingsDefaults,
} from '@bakwacht/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Outdoor } from './outdoor/outdoor.ts'
import { type Bed, HOUR, openBed, reading, t0 } from './thresholds.fixture.ts'
import { planVisits, reportVisits } from './visits.fixture.ts'

const DEVICES = 7
const DAYS = 13
const END = t0 + DAYS * 24 * HOUR + 20 * 60_000

const anyReading = fc
  .record({
    device: fc.nat(DEVICES - 1),
    minute: fc.nat(DAYS * 24 * 60),
    fillPct: fc.option(fc.integer({ min: 0, max: 100 })),
    tempC: fc.option(fc.integer({ min: 5, max: 75 })),
    rhPct: fc.option(fc.integer({ min: 40, max: 100 })),
    batteryV: fc.option(fc.constantFrom(3.1, 3.2, 3.6)),
    noEcho: fc.boolean(),
  })
  .map(({ device, minute, noEcho, ...measured }) =>
    reading(device, t0 + minute * 60_000, measured, noEcho ? flagBit('no_echo') : 0),
  )

/** Fleet-wide weather with wet bins in it, so that the rules that look at neighbours have work. */
const anyStretch = fc
  .record({
    from: fc.nat((DAYS - 4) * 24),
    hours: fc.integer({ min: 10, max: 72 }),
    tempC: fc.integer({ min: 8, max: 25 }),
    rhPct: fc.integer({ min: 50, max: 97 }),
    wet: fc.nat(DEVICES - 1),
    wetBy: fc.integer({ min: 0, max: 25 }),
    fillFrom: fc.nat(95),
  })
  .map(({ from, hours, tempC, rhPct, wet, wetBy, fillFrom }) =>
    Array.from({ length: hours * DEVICES }, (_, index) => {
      const device = index % DEVICES
      const hour = from + Math.floor(index / DEVICES)
      return reading(device, t0 + hour * HOUR + device * 60_000 + 7, {
        tempC: tempC + (hour % 3),
        rhPct: Math.min(rhPct + (device === wet ? wetBy : 0), 100),
        fillPct: Math.min(fillFrom + (hour - from) / 2, 100),
      })
    }),
  )

const anyReadings = fc
  .tuple(
    fc.array(anyReading, { minLength: 5, maxLength: 60 }),
    fc.array(anyStretch, { maxLength: 3 }),
  )
  .map(([single, stretches]) => {
    const all = [...single, ...stretches.flat()].filter(({ observedAt }) => observedAt < END)
    return [...new Map(all.map((each) => [`${each.deviceId} ${each.observedAt}`, each])).values()]
  })

const anyEmptying = fc.record({
  container: fc.nat(DEVICES - 1),
  hour: fc.nat(DAYS * 24),
  outcome: fc.constantFrom('emptied' as const, 'partly' as const),
  wetKg: fc.constantFrom(null, 20),
})
type Emptying = typeof anyEmptying extends fc.Arbitrary<infer Value> ? Value : never

interface History {
  readonly readings: readonly Reading[]
  readonly emptyings: readonly Emptying[]
  /** All devices came at t0, and were registered then or later. */
  readonly registeredAt: number
  /** When device 0 leaves its container for the last one, whose device it replaces. */
  readonly movedAt: number | null
  /** All containers are neighbours within 25 km; within 2 km each has two to four. */
  readonly neighbourKm: number
}

/** How one history came in: in which order, in which batches, with which rounds and restarts between. */
const anyArrival = fc.record({
  seed: fc.integer({ min: 1 }),
  batches: fc.integer({ min: 1, max: 6 }),
  restartEvery: fc.integer({ min: 1, max: 3 }),
  /** Each round may be one of two that go up to here and on from here, as a part of the time. */
  stage: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  /** One container at a time, a few, or all in one part. */
  partDays: fc.constantFrom(1, 20, 200),
  order: fc.constantFrom('shuffled' as const, 'by device' as const),
  roundsAt: fc.constantFrom(
    'the end' as const,
    'the newest reading' as const,
    'a clock that is behind' as const,
    'here and there' as const,
  ),
})
type Arrival = typeof anyArrival extends fc.Arbitrary<infer Value> ? Value : never

const anyHistory: fc.Arbitrary<History> = fc.record({
  readings: anyReadings,
  emptyings: fc.array(anyEmptying, { maxLength: 5 }),
  registeredAt: fc.constantFrom(0, 0.3, 1).map((part) => t0 + part * DAYS * 24 * HOUR),
  movedAt: fc.option(fc.nat(DAYS * 24).map((hour) => t0 + hour * HOUR + 1)),
  neighbourKm: fc.constantFrom(2, 25),
})

interface Outcome {
  readonly states: readonly ContainerState[]
  readonly alerts: readonly Omit<Alert, 'notified'>[]
}

async function live(
  history: History,
  arrival: Arrival,
  outdoor: Outdoor | undefined,
): Promise<Outcome> {
  await using bed = await openBed(() => history.registeredAt)
  await bed.register(DEVICES)
  await planVisits(bed, history.emptyings)
  await bed.registry.settings.put({
    ...settingsDefaults,
    damp: { ...settingsDefaults.damp, minNeighbours: 2, neighbourKm: history.neighbourKm },
  })
  const begin = () => bed.thresholds({ outdoor, partDays: arrival.partDays })
  let thresholds = begin()
  const shuffled = inOrderOf(history.readings, arrival)
  const size = Math.ceil(shuffled.length / arrival.batches)
  const turn = arrival.seed % arrival.batches
  let now = t0
  for (let batch = 0; batch < arrival.batches; batch++) {
    const some = shuffled.slice(batch * size, (batch + 1) * size)
    await bed.commit(some)
    if (batch === turn) await moveDevice(bed, history)
    await reportVisits(
      bed,
      history.emptyings,
      (index) => (index + turn) % arrival.batches === batch,
    )
    const before = now
    now = Math.max(now, roundTime(some, batch, arrival))
    // What is new may be older than the stage before, but none goes back behind that.
    const until = hourIn(before, now, arrival.stage)
    if (until !== undefined) await thresholds.round(until, until)
    await thresholds.round(now)
    if (batch % arrival.restartEvery === 0) thresholds = begin()
  }
  await thresholds.round(END)
  return outcomeOf(bed)
}

/** A full hour of the time; nothing where it has none, for no stage goes back behind what is judged. */
function hourIn(from: number, to: number, part: number | null): number | undefined {
  const hour = Math.floor((from + (part ?? 0) * (to - from)) / HOUR) * HOUR
  return part === null || hour < from ? undefined : hour
}

async function moveDevice({ registry }: Bed, { movedAt }: History): Promise<void> {
  if (movedAt === null) return
  await registry.devices.assign({
    deviceId: 'd0',
    containerId: `c${DEVICES - 1}`,
    from: movedAt,
  })
}

function roundTime(some: readonly Reading[], batch: number, { roundsAt }: Arrival): number {
  const newest = Math.max(...some.map(({ observedAt }) => observedAt), t0)
  switch (roundsAt) {
    case 'the end':
      return END
    case 'the newest reading':
      return newest
    case 'a clock that is behind':
      return newest - 8 * 60_000
    case 'here and there':
      return Math.min(newest + batch * 30 * HOUR, END)
  }
}

async function outcomeOf(bed: Bed): Promise<Outcome> {
  return {
    states: (await bed.states()).map((state) => ({ ...state, evaluatedAt: 0 })),
    alerts: (await bed.alerts()).map(({ notified: _, ...alert }) => alert),
  }
}

function inOrderOf(history: readonly Reading[], { seed, order }: Arrival): Reading[] {
  let state = seed % 2147483647
  const next = () => {
    state = (state * 48271) % 2147483647
    return state
  }
  const devices = new Map(Array.from({ length: DEVICES }, (_, index) => [`d${index}`, next()]))
  return history
    .map((each) => ({
      each,
      key: order === 'shuffled' ? next() : (devices.get(each.deviceId) ?? 0),
    }))
    .sort((a, b) => a.key - b.key)
    .map(({ each }) => each)
}

const inOneGo: Arrival = {
  seed: 1,
  batches: 1,
  restartEvery: 3,
  stage: null,
  partDays: 200,
  order: 'shuffled',
  roundsAt: 'the end',
}
const steadyRain: Outdoor = {
  at: (hour) => ({ tempC: 12, rhPct: 80, rainMm: hour % 5 === 0 ? 1 : 0 }),
  refresh: async () => {},
}

test('any order, any batches and any restarts lead to the same states and alerts', {
  timeout: 300_000,
}, async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(anyHistory, anyArrival, fc.boolean(), async (history, arrival, rain) => {
      const outdoor = rain ? steadyRain : undefined
      const whole = await live(history, inOneGo, outdoor)
      expect(await live(history, arrival, outdoor)).toEqual(whole)
      for (const { kind } of whole.alerts) seen.add(kind)
    }),
    { numRuns: 10 },
  )
  // A history without alerts would prove little.
  expect(seen.size).toBeGreaterThanOrEqual(6)
})
