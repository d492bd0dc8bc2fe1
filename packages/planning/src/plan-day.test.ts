// From states to runs, with the real search and its verifier.
import {
  type Container,
  calendarDefaults,
  DAY_MS,
  HOUR_MS,
  localClock,
  MINUTE_MS,
} from '@bakwacht/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planDateAt } from './calendar/plan-date.ts'
import { planDay, reasonsLeft, visits } from './plan-day.fixture.ts'
import {
  at,
  bin,
  DATE,
  depot,
  NOW,
  site,
  snapshot,
  stateOf,
  van,
  ZONE,
} from './planning.fixture.ts'
import type { Snapshot } from './snapshot.ts'

/** Bins that are all full. */
function full(containers: readonly Container[], over: Partial<Snapshot> = {}): Snapshot {
  return snapshot({ containers, states: containers.map((each) => stateOf(each, 85)), ...over })
}
const sound = { violations: [], faults: [] }

describe('a day’s runs', () => {
  test('visit the full bins, unload at the end and are back in the shift', () => {
    const day = planDay(full([bin(1), bin(2), bin(3)]))
    expect(day).toMatchObject(sound)
    const [run] = day.runs
    expect(visits(day.runs).flat().toSorted()).toEqual(['bin-1', 'bin-2', 'bin-3'])
    expect(run?.stops.at(-1)).toMatchObject({ kind: 'unload', name: depot.name, seq: 4, trip: 1 })
    expect(run?.departure).toBeGreaterThanOrEqual(at('07:30'))
    expect(run?.arrival).toBeLessThanOrEqual(at('16:00'))
    expect(run?.totals.kg).toBeCloseTo(3 * 258.3, 0)
    expect(day.notCollected).toEqual([])
  })

  test('cost what the search says they cost', () => {
    const { runs, solution } = planDay(full([bin(1), bin(4), bin(9)]))
    expect(runs[0]?.totals.cost).toBeCloseTo(solution.cost, 1)
  })

  test('go back to unload when what there is exceeds the payload', () => {
    const day = planDay(full([1, 2, 3, 4, 5, 6, 7, 8].map((n) => bin(n))))
    expect(day).toMatchObject(sound)
    const trips = new Set(day.runs.flatMap(({ stops }) => stops.map(({ trip }) => trip)))
    expect(trips.size).toBeGreaterThan(1)
    expect(visits(day.runs).flat()).toHaveLength(8)
  })

  test('serve the containers of a site together: its minutes once', () => {
    const containers = [1, 2, 3].map((n) => bin(n, { siteId: 'site-1', serviceMin: 5 }))
    const day = planDay(full(containers, { sites: [site({ siteMin: 10 })] }))
    expect(day).toMatchObject(sound)
    const [first, second, third] = day.runs[0]?.stops ?? []
    const minutes = [first, second, third].map(
      (stop) => ((stop?.departure ?? 0) - (stop?.arrival ?? 0)) / MINUTE_MS,
    )
    expect(minutes).toEqual([15, 5, 5])
    expect(second?.arrival).toBe(first?.departure)
    expect(second?.legDistanceM).toBe(0)
  })

  test('split a site that no vehicle can take at once', () => {
    const containers = [1, 2, 3, 4, 5, 6].map((n) => bin(n, { siteId: 'site-1' }))
    const day = planDay(full(containers, { sites: [site()] }))
    expect(day).toMatchObject(sound)
    expect(day.problem.jobs).toHaveLength(2)
    expect(visits(day.runs).flat()).toHaveLength(6)
  })

  test('an optional bin rides along where its site is served anyway', () => {
    const must = bin(1, { siteId: 'site-1' })
    const half = bin(2, { siteId: 'site-1', serviceMin: 1 })
    const states = [stateOf(must, 85), stateOf(half, 45)]
    const day = planDay(snapshot({ containers: [must, half], states, sites: [site()] }))
    expect(day).toMatchObject(sound)
    expect(day.runs[0]?.stops.map(({ reason }) => reason.code)).toEqual([
      'full',
      'worth_the_detour',
      'unload',
    ])
  })

  test('visit an optional bin on the way and leave a far one', () => {
    const must = bin(6)
    const onTheWay = bin(3, { serviceMin: 2 })
    const far = bin(60)
    const states = [stateOf(must, 85), stateOf(onTheWay, 60), stateOf(far, 45)]
    const day = planDay(snapshot({ containers: [must, onTheWay, far], states }))
    expect(day).toMatchObject(sound)
    expect(visits(day.runs)[0]?.toSorted()).toEqual(['bin-3', 'bin-6'])
    expect(reasonsLeft(day.notCollected)).toEqual({ 'bin-60': 'not_worth_detour' })
    expect(day.notCollected[0]?.reason.evidence.prize_eur).toBeGreaterThan(0)
  })

  test('keep to access hours of container and site', () => {
    const early = bin(1, { access: [{ days: [1], from: '08:00', to: '09:00' }] })
    const late = bin(2, { siteId: 'site-1' })
    const sites = [site({ access: [{ days: [1, 2], from: '14:00', to: '15:00' }] })]
    const day = planDay(full([early, late], { sites }))
    expect(day).toMatchObject(sound)
    expect(visits(day.runs)).toEqual([['bin-1', 'bin-2']])
    const [first, second] = day.runs[0]?.stops ?? []
    expect(first?.departure).toBeLessThanOrEqual(at('09:00'))
    expect(second?.arrival).toBeGreaterThanOrEqual(at('14:00'))
  })

  test('pause in the middle half of a long shift', () => {
    const containers = Array.from({ length: 16 }, (_, n) => bin(n + 1, { serviceMin: 20 }))
    const day = planDay(full(containers))
    expect(day).toMatchObject(sound)
    const { pause } = day.runs[0] ?? {}
    expect((pause?.to ?? 0) - (pause?.from ?? 0)).toBe(30 * MINUTE_MS)
    expect(pause?.from).toBeGreaterThanOrEqual(at('07:30') + (8.5 / 4) * HOUR_MS)
    expect(pause?.to).toBeLessThanOrEqual(at('07:30') + (8.5 * 3 * HOUR_MS) / 4)
  })

  test('send only vehicles of a type that the container takes', () => {
    const crane = van({ id: 'crane-1', name: 'Crane', type: 'crane', payloadKg: 3000 })
    const picky = bin(1, { vehicleTypes: ['crane'] })
    const day = planDay(full([picky, bin(2)], { vehicles: [van(), crane] }))
    expect(day).toMatchObject(sound)
    const run = day.runs.find(({ stops }) => stops.some((s) => s.containerId === 'bin-1'))
    expect(run?.vehicleId).toBe('crane-1')
  })
})

describe('what cannot be done is named, and never thrown', () => {
  const cases: [string, Partial<Snapshot>, Partial<Container>, string][] = [
    ['no vehicle at all', { vehicles: [] }, {}, 'no_capacity'],
    [
      'the driver is away',
      {
        vehicles: [van({ driver: 'Jan' })],
        calendar: {
          ...calendarDefaults,
          driverAbsence: [{ driver: 'Jan', from: '2026-11-20', to: '2026-11-23' }],
        },
      },
      {},
      'no_capacity',
    ],
    [
      'the vehicle is out of service all day',
      { vehicles: [van({ unavailable: [{ from: at('06:00'), to: at('18:00') }] })] },
      {},
      'no_capacity',
    ],
    [
      'a holiday',
      { calendar: { ...calendarDefaults, closed: [{ date: DATE, depotId: null, name: 'Fair' }] } },
      {},
      'no_access',
    ],
    [
      'access on other days only',
      {},
      { access: [{ days: [2], from: '08:00', to: '12:00' }] },
      'no_access',
    ],
    [
      'access too short to serve it',
      {},
      { access: [{ days: [1], from: '08:00', to: '08:05' }] },
      'no_access',
    ],
    ['no vehicle of its type', {}, { vehicleTypes: ['crane'] }, 'no_access'],
    ['more than any vehicle holds', {}, { capacityL: 20_000 }, 'no_capacity'],
    ['too far to be back in time', {}, { location: [8.5, 51.03] }, 'no_access'],
  ]
  test.each(cases)('%s', (_, over, shape, code) => {
    const container = bin(1, shape)
    const day = planDay(full([container], over))
    expect(day.runs).toEqual([])
    expect(reasonsLeft(day.notCollected)).toEqual({ 'bin-1': code })
  })

  test('too many for the day: the rest is told that there is no room', () => {
    const containers = Array.from({ length: 30 }, (_, n) => bin(n + 1, { serviceMin: 30 }))
    const day = planDay(full(containers))
    expect(day).toMatchObject(sound)
    expect(visits(day.runs).flat().length).toBeGreaterThan(5)
    expect(new Set(Object.values(reasonsLeft(day.notCollected)))).toEqual(new Set(['no_capacity']))
    expect(visits(day.runs).flat().length + day.notCollected.length).toBe(30)
  })
})

describe('what a vehicle has of the day', () => {
  test('a vehicle out of service in the morning goes out afterwards', () => {
    const vehicles = [van({ unavailable: [{ from: at('06:00'), to: at('12:00') }] })]
    const day = planDay(full([bin(1)], { vehicles }))
    expect(day).toMatchObject(sound)
    expect(day.runs[0]?.departure).toBeGreaterThanOrEqual(at('12:00'))
  })

  test('a departure is never before now plus a quarter of an hour', () => {
    const now = at('10:02') + 12_345
    const day = planDay(full([bin(1)], { now }))
    expect(day).toMatchObject(sound)
    expect(day.runs[0]?.departure).toBeGreaterThanOrEqual(now + 15 * MINUTE_MS)
  })

  test('in the evening today’s bins have no vehicle left', () => {
    expect(reasonsLeft(planDay(full([bin(1)], { now: at('15:50') })).notCollected)).toEqual({
      'bin-1': 'no_capacity',
    })
  })
})

describe('clock changes', () => {
  test.each([
    ['2026-10-26', '+01:00 since the day before', '2026-10-25T23:30:00+01:00'],
    ['2027-03-29', '+02:00 since the day before', '2027-03-28T23:30:00+02:00'],
  ])('Sunday 23:30 plans Monday %s on the new clock (%s)', (date, _, now) => {
    const lastEmptiedAt = Date.parse(now) - 6 * DAY_MS
    const bins = [bin(1, { lastEmptiedAt }), bin(2, { lastEmptiedAt })]
    const world = full(bins, { now: Date.parse(now) })
    expect(planDateAt(world)).toBe(date)
    const day = planDay(world, { date })
    expect(day).toMatchObject(sound)
    expect(localClock(day.runs[0]?.departure ?? 0, ZONE) >= '07:30').toBe(true)
  })

  test.each([
    ['2026-10-25', 'an hour longer'],
    ['2027-03-28', 'an hour shorter'],
  ])('a run on %s, %s, keeps to local hours', (date) => {
    const access = [{ days: [7], from: '08:00', to: '08:30' }]
    const calendar = { ...calendarDefaults, workingDays: [7] }
    const now = at('01:30', date)
    const vehicles = [van({ shift: { from: '01:00', to: '09:00' } })]
    const depots = [{ ...depot, open: { from: '00:00', to: '24:00' } }]
    const lastEmptiedAt = now - 6 * DAY_MS
    const bins = [bin(1, { access, lastEmptiedAt }), bin(2, { lastEmptiedAt })]
    const day = planDay(full(bins, { now, calendar, vehicles, depots }), { date })
    expect(day).toMatchObject(sound)
    const stop = day.runs[0]?.stops.find(({ containerId }) => containerId === 'bin-1')
    expect(localClock(stop?.arrival ?? 0, ZONE) >= '08:00').toBe(true)
    expect(localClock(stop?.departure ?? 0, ZONE) <= '08:30').toBe(true)
  })
})

test('whatever the fleet, each container is in one run or left out once, and every run is sound', () => {
  const shape = fc.record({
    pct: fc.integer({ min: 0, max: 120 }),
    serviceMin: fc.integer({ min: 1, max: 40 }),
    capacityL: fc.integer({ min: 300, max: 6000 }),
    atSite: fc.boolean(),
    crane: fc.boolean(),
    opens: fc.option(fc.integer({ min: 5, max: 18 })),
    active: fc.boolean(),
    known: fc.boolean(),
  })
  const fleet = fc.record({
    bins: fc.array(shape, { maxLength: 14 }),
    vans: fc.integer({ min: 0, max: 3 }),
    breakMin: fc.constantFrom(0, 30, 45),
    nowHour: fc.integer({ min: 3, max: 15 }),
  })
  fc.assert(
    fc.property(fleet, ({ bins, vans, breakMin, nowHour }) => {
      const two = (hour: number) => `${String(hour).padStart(2, '0')}:00`
      const containers = bins.map((each, n) =>
        bin(n, {
          serviceMin: each.serviceMin,
          capacityL: each.capacityL,
          siteId: each.atSite ? 'site-1' : null,
          vehicleTypes: each.crane ? ['crane'] : null,
          active: each.active,
          access:
            each.opens === null
              ? []
              : [{ days: [1], from: two(each.opens), to: two(each.opens + 3) }],
        }),
      )
      const states = containers.flatMap((container, n) =>
        bins[n]?.known ? [stateOf(container, bins[n]?.pct ?? 0)] : [],
      )
      const vehicles = Array.from({ length: vans }, (_, n) =>
        van({ id: `van-${n}`, type: n === 1 ? 'crane' : 'van', breakMin }),
      )
      const now = at(two(nowHour))
      const world = snapshot({ containers, states, vehicles, sites: [site()], now })
      const day = planDay(world, { iterations: 60 })
      expect(day).toMatchObject(sound)
      const planned = visits(day.runs).flat()
      const everywhere = [...planned, ...day.notCollected.map(({ containerId }) => containerId)]
      expect(everywhere.toSorted()).toEqual(containers.map(({ id }) => id).toSorted())
      for (const run of day.runs) expect(run.departure).toBeGreaterThanOrEqual(now + 15 * MINUTE_MS)
    }),
    { numRuns: 60 },
  )
})

test('a plan of 300 bins takes the search, not the layout', () => {
  const containers = Array.from({ length: 300 }, (_, n) => bin(n % 40, { id: `b-${n}` }))
  const states = containers.map((each, n) => stateOf(each, 40 + (n % 60)))
  const vehicles = [1, 2, 3, 4].map((n) => van({ id: `van-${n}` }))
  const day = planDay(snapshot({ containers, states, vehicles, now: NOW }), { iterations: 20 })
  expect(day).toMatchObject(sound)
})
