import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DayTours } from './day-tours.ts'
import { DEPOT, type Point, pointOf, roadKm } from './plane.ts'

const at = (x: number, y = 0): Point => ({ x, y })
const crow = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

test('a lone place is driven to and back; one next to it adds the way between', () => {
  const tours = new DayTours<string, Point>(DEPOT, crow)
  expect(tours.isEmpty('mon')).toBe(true)
  expect(tours.detour('mon', at(10))).toBe(20)
  tours.add('mon', at(10))
  expect(tours.isEmpty('mon')).toBe(false)
  expect(tours.detour('mon', at(11))).toBe(2)
  expect(tours.detour('mon', at(6))).toBe(0)
  expect(tours.detour('tue', at(11))).toBe(22)
})

test('one stop less leaves the other at the same place', () => {
  const tours = new DayTours<string, Point>(DEPOT, crow)
  const place = at(10)
  tours.add('mon', place)
  tours.add('mon', place)
  tours.remove('mon', place)
  expect(tours.detour('mon', at(10))).toBe(0)
  tours.remove('mon', place)
  expect(tours.isEmpty('mon')).toBe(true)
  tours.remove('mon', place)
})

test('passing by never shortens a tour, and costs no more than a way of its own', () => {
  const km = fc.double({ min: -20, max: 20, noNaN: true })
  const point = fc.record({ x: km, y: km })
  fc.assert(
    fc.property(fc.array(point, { maxLength: 12 }), point, (places, one) => {
      const tours = new DayTours<string, Point>(DEPOT, crow)
      for (const place of places) tours.add('mon', place)
      const detour = tours.detour('mon', one)
      expect(detour).toBeGreaterThanOrEqual(-1e-9)
      expect(detour).toBeLessThanOrEqual(2 * crow(DEPOT, one) + 1e-9)
    }),
  )
})

test('ten kilometres east as the crow flies are longer by road, at every latitude', () => {
  for (const lat of [0, 51, -60]) {
    const east = 10 / (111.32 * Math.cos((lat * Math.PI) / 180))
    expect(roadKm(DEPOT, pointOf([4 + east, lat], [4, lat]))).toBeCloseTo(14.5)
  }
})
