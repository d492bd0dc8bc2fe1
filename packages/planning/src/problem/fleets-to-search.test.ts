import type { Problem, RoutingVehicle, Solution } from '@bakwacht/routing'
import { expect, test } from 'vitest'
import { cheapestOf, fleetsToSearch } from './fleets-to-search.ts'

const vehicle = (id: string, type: string): RoutingVehicle => ({
  ...{ id, type, profile: 0, capacity: [1], start: 0, end: 0, shift: [0, 3600] },
  ...{ maxDurationS: null, breaks: [], unloads: [], unloadAtEnd: false },
  cost: { fixed: 1, perM: 1, perS: 0 },
})
const problem = (vehicles: readonly RoutingVehicle[], begun: readonly string[] = []): Problem => ({
  ...{ matrices: [], jobs: [], vehicles },
  fixed: begun.map((vehicleId) => ({ vehicleId, sequence: [], members: [] })),
})
const idsOf = (fleets: readonly Problem[]) =>
  fleets.map(({ vehicles }) => vehicles.map((v) => v.id))

const mixed = [vehicle('v1', 'van'), vehicle('t1', 'truck'), vehicle('v2', 'van')]

test('a mixed fleet is searched whole and type by type, one of a kind once', () => {
  expect(idsOf(fleetsToSearch(problem(mixed)))).toEqual([['v1', 't1', 'v2'], ['v1', 'v2'], ['t1']])
  expect(fleetsToSearch(problem([vehicle('a', 'van'), vehicle('b', 'van')]))).toHaveLength(1)
})

test('who has begun a run stays in each', () => {
  expect(idsOf(fleetsToSearch(problem(mixed, ['t1'])))).toEqual([['v1', 't1', 'v2'], ['t1']])
})

test('the cheapest counts, but not one that leaves out what another vehicle may serve', () => {
  const solution = (cost: number, reasons: readonly Solution['unserved'][number]['reason'][]) =>
    ({ cost, unserved: reasons.map((reason) => ({ jobId: 'j', reason })) }) as unknown as Solution
  const whole = solution(10, ['no_room'])
  const cheap = solution(8, ['not_worth_detour'])
  expect(cheapestOf(whole, [cheap, solution(1, ['no_vehicle_type'])])).toBe(cheap)
  expect(cheapestOf(whole, [solution(11, [])])).toBe(whole)
})
