import { expect, test } from 'vitest'
import { compile } from '../../compile/compile.ts'
import type { Problem } from '../../problem.ts'
import { Tours } from '../tours.ts'
import { handToCheaper } from './hand-to-cheaper.ts'
import { insertionInto } from './insertion-into.fixture.ts'
import { linkableRates } from './linked-rounds.ts'
import { LinkedTours } from './linked-tours.ts'

const CAR = { capacity: 1, fixed: 10, perM: 1 }
const VAN = { capacity: 2, fixed: 20, perM: 2 }
const TRUCK = { capacity: 3, fixed: 25, perM: 3 }

/** Stops at 1, 2 and 3 m from the depot, of one unit each, and one vehicle of each kind. */
function fleet(): Problem {
  const places = [0, 1, 2, 3]
  const distances = Float64Array.from(places.flatMap((a) => places.map((b) => Math.abs(a - b))))
  return {
    matrices: [{ size: places.length, durations: distances, distances }],
    jobs: places.slice(1).map((location) => ({
      id: String(location),
      location,
      serviceS: 0,
      load: [1],
      windows: [],
      prize: null,
      vehicleTypes: null,
    })),
    vehicles: [CAR, VAN, TRUCK].map(({ capacity, fixed, perM }, i) => ({
      id: String(i),
      type: 'any',
      profile: 0,
      capacity: [capacity],
      start: 0,
      end: 0,
      shift: [0, 1e9],
      maxDurationS: null,
      breaks: [],
      unloads: [],
      unloadAtEnd: false,
      cost: { fixed, perM, perS: 0 },
    })),
    fixed: [],
  }
}

function linked(orders: readonly (readonly number[])[]): LinkedTours {
  const instance = compile(fleet())
  const tours = new Tours(instance, [0, 1, 2])
  orders.forEach((stops, vehicle) => {
    if (stops.length > 0) tours.assign(vehicle, stops)
  })
  tours.keep()
  const rates = linkableRates(instance)
  if (rates === null) throw new Error('got a fleet that cannot be linked')
  const result = new LinkedTours(instance, rates)
  result.take(tours)
  return result
}

const ordersOf = (tours: LinkedTours) => [0, 1, 2].map((vehicle) => [...tours.stopsOf(vehicle)])

test('a route goes to a larger vehicle at home where another stop does not fit, and back', () => {
  const tours = linked([[], [0, 1], [2]])
  const before = tours.cost
  const out = new Int32Array(2)
  tours.remove(2, 1, out, 0)
  tours.remove(1, 1, out, 1)
  const insertion = insertionInto(tours)
  insertion.begin(out, 2, tours.used.members, tours.used.size)
  expect(insertion.insert(1)).toBe(true)
  expect(insertion.insert(2)).toBe(true)
  expect(ordersOf(tours)[2]?.toSorted()).toEqual([0, 1, 2])
  expect(tours.cost).toBe(TRUCK.fixed + 6 * TRUCK.perM)
  expect([...tours.touched].sort()).toEqual([1, 2])
  tours.undo()
  expect(ordersOf(tours)).toEqual([[], [0, 1], [2]])
  expect(tours.cost).toBe(before)
})

test('a route goes to the cheapest vehicle at home once stops are out', () => {
  const tours = linked([[], [], [0, 1, 2]])
  const out = new Int32Array(2)
  tours.remove(0, 1, out, 0)
  handToCheaper(tours)
  expect(ordersOf(tours)).toEqual([[], [1, 2], []])
  expect(tours.cost).toBe(VAN.fixed + 6 * VAN.perM)
  tours.remove(2, 1, out, 1)
  handToCheaper(tours)
  expect(ordersOf(tours)).toEqual([[1], [], []])
  expect(tours.cost).toBe(CAR.fixed + 4 * CAR.perM)
  tours.undo()
  expect(ordersOf(tours)).toEqual([[], [], [0, 1, 2]])
})
