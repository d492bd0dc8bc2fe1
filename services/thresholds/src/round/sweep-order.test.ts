import { expect, test } from 'vitest'
import { sweepOrder } from './sweep-order.ts'

const fleet = (places: Readonly<Record<string, [number, number]>>) =>
  new Map(Object.entries(places).map(([id, location]) => [id, { id, location }]))

const scopeOf = (containers: ReadonlyMap<string, unknown>) =>
  new Map([...containers.keys()].map((id, at) => [id, at]))

test('a fleet is gone through along its longer side', () => {
  const north = fleet({ b: [4.7, 52], a: [4.8, 50], c: [4.6, 51] })
  expect([...sweepOrder(scopeOf(north), north).keys()]).toEqual(['a', 'c', 'b'])
  // Far north a degree of longitude is short: these lie 22 km apart that way, 56 km the other.
  const nearThePole = fleet({ b: [10, 80], a: [9, 80.5], c: [8.8, 80.2] })
  expect([...sweepOrder(scopeOf(nearThePole), nearThePole).keys()]).toEqual(['b', 'c', 'a'])
})

test('each keeps the time from which on it is looked at, whatever else is in the fleet', () => {
  const all = fleet({ a: [6, 50], b: [5, 50], c: [4, 50] })
  const scope = new Map([
    ['a', 7],
    ['c', 9],
  ])
  expect([...sweepOrder(scope, all)]).toEqual([
    ['c', 9],
    ['a', 7],
  ])
  expect([...sweepOrder(new Map(), all)]).toEqual([])
})
