// Requests that cannot be met whole: a plan with what is possible, a reason for each that is left out.
import { type Container, type ContainerState, LEFT_OUT_CODES } from '@bakwacht/domain'
import type { PlanWithRuns } from '@bakwacht/planning'
import { describe, expect, test } from 'vitest'
import { binOf, codes, make, openWorld, stateOf, visited, type World } from '../planner.fixture.ts'

/** Shapes bin 1, full as it is. */
async function shaped(world: World, over: Partial<Container>): Promise<void> {
  const { now } = world.clock
  const bin = { ...binOf(1, now), ...over }
  await world.registry.containers.put([bin])
  const state: ContainerState = stateOf(bin, 90, now)
  await world.registry.states.apply([{ state, alertsSince: now, episodes: [] }], now)
}

/** Each of the bins is visited once or left out once, with a sentence’s worth of evidence. */
function expectAllTold(made: PlanWithRuns, bins: number): void {
  const told = [...visited(made), ...made.plan.notCollected.map(({ containerId }) => containerId)]
  const all = Array.from({ length: bins }, (_, n) => `bin-${n + 1}`)
  expect(told.toSorted()).toEqual(all.toSorted())
  for (const { reason } of made.plan.notCollected) {
    expect(LEFT_OUT_CODES).toContain(reason.code)
    expect(Object.keys(reason.evidence).length).toBeGreaterThan(0)
  }
}

const cases: [string, Partial<Container>, string, string | undefined][] = [
  ['no vehicle may serve it', { vehicleTypes: ['crane'] }, 'no_access', 'vehicle_type'],
  [
    'its hours never open on the date',
    { access: [{ days: [7], from: '08:00', to: '12:00' }] },
    'no_access',
    'access_window',
  ],
  [
    'its hours lie outside every shift',
    { access: [{ days: [1], from: '18:00', to: '19:30' }] },
    'no_access',
    'unreachable_in_time',
  ],
  [
    'its hours are shorter than its service',
    { access: [{ days: [1], from: '08:00', to: '08:03' }] },
    'no_access',
    'access_window',
  ],
  ['it is too far to be back', { location: [9.9, 51.03] }, 'no_access', 'unreachable_in_time'],
  [
    'it holds more than any vehicle',
    { capacityL: 30_000 },
    'no_capacity',
    'too_large_for_any_vehicle',
  ],
]

describe('a bin that cannot be served', () => {
  test.each(cases)(
    'because %s is told so, and the others are served',
    async (_, over, code, because) => {
      await using world = await openWorld({ fills: [90, 85, 80] })
      await shaped(world, over)
      const made = await make(world)
      expect(made.plan.status).toBe('draft')
      expect(visited(made)).toEqual(['bin-2', 'bin-3'])
      expect(codes(made)).toEqual({ 'bin-1': code })
      expect(made.plan.notCollected[0]?.reason.evidence.because).toBe(because)
      expectAllTold(made, 3)
    },
  )
})

test('more that must be collected than the fleet can carry in a day: what fits, and no room for the rest', async () => {
  await using world = await openWorld({
    fills: Array.from({ length: 20 }, () => 95),
    vehicles: [{ payloadKg: 300, maxHours: 2 }],
  })
  const made = await make(world)
  expect(visited(made).length).toBeGreaterThan(0)
  expect(visited(made).length).toBeLessThan(20)
  expect(new Set(Object.values(codes(made)))).toEqual(new Set(['no_capacity']))
  expectAllTold(made, 20)
})

test.each<[string, Parameters<typeof openWorld>[0]]>([
  ['no vehicle', { vehicles: [] }],
  ['only retired vehicles', { vehicles: [{ active: false }] }],
  ['a vehicle whose payload is nothing', { vehicles: [{ payloadKg: 1, volumeL: 1 }] }],
  [
    'a shift too short to drive anywhere',
    { vehicles: [{ shift: { from: '08:00', to: '08:10' } }] },
  ],
])('a fleet with %s leaves all out, with reasons', async (_, options) => {
  await using world = await openWorld({ ...options, fills: [90, 85, 20] })
  const made = await make(world)
  expect(made.runs).toEqual([])
  expect(codes(made)).toEqual({
    'bin-1': 'no_capacity',
    'bin-2': 'no_capacity',
    'bin-3': 'not_full',
  })
  expectAllTold(made, 3)
})

test('a date on which nothing runs is a plan of reasons too', async () => {
  await using world = await openWorld()
  const made = await make(world, '2026-11-29')
  expect(made.runs).toEqual([])
  expect(codes(made)).toMatchObject({ 'bin-1': 'no_access', 'bin-2': 'no_access' })
  expectAllTold(made, 5)
})

test('no containers at all make an empty plan', async () => {
  await using world = await openWorld({ fills: [] })
  expect(await make(world)).toMatchObject({ runs: [], plan: { notCollected: [], status: 'draft' } })
})
