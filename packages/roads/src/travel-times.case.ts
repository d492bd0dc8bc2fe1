// What every adapter of TravelTimes keeps to.
import type { LonLat } from '@bakwacht/domain'
import { distance } from '@turf/distance'
import { expect, test } from 'vitest'
import { BadCoordinate, type TravelTimes } from './travel-times.ts'
import { AARSCHOT, LEUVEN, LIER, MECHELEN, truck, van } from './valhalla/valhalla.fixture.ts'

const towns: readonly LonLat[] = [LEUVEN, MECHELEN, LIER, AARSCHOT]
const straightM = (a: LonLat, b: LonLat) => distance([...a], [...b], { units: 'meters' })

export function travelTimesCases(times: () => TravelTimes): void {
  test('every pair of towns has whole seconds and metres, no shorter than the straight line', async () => {
    const { size, durations, distances, offRoad } = await times().matrix(towns, van)
    expect(size).toBe(towns.length)
    expect(offRoad.size).toBe(0)
    for (const [i, from] of towns.entries())
      for (const [j, to] of towns.entries()) {
        const cell = i * size + j
        expect(Number.isInteger(durations[cell]) && Number.isInteger(distances[cell])).toBe(true)
        if (i === j) expect([durations[cell], distances[cell]]).toEqual([0, 0])
        else {
          expect(distances[cell]).toBeGreaterThan(straightM(from, to))
          expect(distances[cell]).toBeLessThan(straightM(from, to) * 2)
          const kmh = ((distances[cell] ?? 0) / (durations[cell] ?? 1)) * 3.6
          expect(kmh).toBeGreaterThan(20)
          expect(kmh).toBeLessThan(110)
        }
      }
  })

  test('asked again, it says the same', async () => {
    const [first, second] = [await times().matrix(towns, truck), await times().matrix(towns, truck)]
    expect(second).toEqual(first)
  })

  test('a later matrix agrees with what was prepared', async () => {
    await times().prepare(towns, van)
    const some = [AARSCHOT, LEUVEN] as const
    const part = await times().matrix(some, van)
    const whole = await times().matrix(towns, van)
    expect(part.durations[1]).toBe(whole.durations[3 * towns.length])
    expect(part.distances[2]).toBe(whole.distances[3])
  })

  test('no point and one point are matrices too', async () => {
    expect((await times().matrix([], van)).durations).toHaveLength(0)
    expect([...(await times().matrix([LIER], van)).durations]).toEqual([0])
  })

  test('a route has a leg between each two points, drawn from near the one to near the other', async () => {
    const legs = await times().route(towns, truck)
    expect(legs).toHaveLength(towns.length - 1)
    const matrix = await times().matrix(towns, truck)
    for (const [index, leg] of legs.entries()) {
      const [from, to] = [towns[index] ?? LIER, towns[index + 1] ?? LIER]
      expect(straightM(from, leg.shape[0] ?? [0, 0])).toBeLessThan(250)
      expect(straightM(to, leg.shape.at(-1) ?? [0, 0])).toBeLessThan(250)
      const cell = index * towns.length + index + 1
      const seconds = matrix.durations[cell] ?? 0
      expect(Math.abs(leg.durationS - seconds)).toBeLessThan(0.1 * seconds)
    }
  })

  test('a route of one point has no legs', async () => {
    expect(await times().route([LIER], van)).toEqual([])
  })

  test('a point that is not on Earth is refused by its number', async () => {
    const bad: LonLat[] = [LIER, [4, 91]]
    await expect(times().matrix(bad, van)).rejects.toThrow(BadCoordinate)
    await expect(times().prepare(bad, van)).rejects.toThrow(/^point 1: got \[4, 91\]/)
    await expect(times().route(bad, van)).rejects.toThrow(/^point 1/)
  })
}
