import { type LonLat, sizeOf } from '@bakwacht/domain'
import { distance } from '@turf/distance'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BadCoordinate } from '../travel-times.ts'
import { roadEstimate } from './road-estimate.ts'
import { straightLine } from './straight-line.ts'

const van = sizeOf({ type: 'van', payloadKg: 1100 })
const leuven: LonLat = [4.7005, 50.8796]
const mechelen: LonLat = [4.4777, 51.0259]
const onEarth = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
)

describe('road estimate', () => {
  test.each([
    [0.5, 2.1, 30],
    [1.5, 1.71, 33],
    [3.5, 1.52, 35],
    [7.5, 1.4, 37],
    [15, 1.33, 40],
    [30, 1.3, 42],
    [50, 1.28, 45],
    [120, 1.28, 45],
  ])('%d km straight is %d × as far by road, at %d km/h', (straightKm, ratio, kmh) => {
    const { roadM, seconds } = roadEstimate(straightKm * 1000)
    expect(roadM / (straightKm * 1000)).toBeCloseTo(ratio, 9)
    expect((roadM / seconds) * 3.6).toBeCloseTo(kmh, 9)
  })

  test('a longer straight line is never nearer nor faster', () => {
    const metres = fc.double({ min: 0, max: 200_000, noNaN: true })
    fc.assert(
      fc.property(metres, metres, (a, b) => {
        const near = roadEstimate(Math.min(a, b))
        const far = roadEstimate(Math.max(a, b))
        expect(far.roadM).toBeGreaterThanOrEqual(near.roadM)
        expect(far.seconds).toBeGreaterThanOrEqual(near.seconds)
      }),
    )
  })

  test.each([500, 1000, 1500, 2000, 5000, 10_000, 20_000, 40_000, 50_000])(
    'does not jump at %d m',
    (border) => {
      const before = roadEstimate(border - 0.001)
      const after = roadEstimate(border + 0.001)
      expect(after.roadM - before.roadM).toBeLessThan(0.01)
      expect(after.seconds - before.seconds).toBeLessThan(0.01)
    },
  )
})

describe('straight line', () => {
  test('estimates Leuven–Mechelen from Turf’s distance', async () => {
    const { durations, distances } = await straightLine().matrix([leuven, mechelen], van)
    const expected = roadEstimate(distance([...leuven], [...mechelen], { units: 'meters' }))
    expect(distances[1]).toBe(Math.round(expected.roadM))
    expect(durations[1]).toBe(Math.round(expected.seconds))
    expect(expected.roadM).toBeGreaterThan(28_000)
    expect(expected.roadM).toBeLessThan(31_000)
  })

  test('is an estimate, and says so', () => {
    expect(straightLine().kind).toBe('estimate')
  })

  test('is symmetric, with nothing on the diagonal, and finite anywhere on Earth', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(onEarth, { maxLength: 8 }), async (points) => {
        const { size, durations, distances } = await straightLine().matrix(points, van)
        expect(size).toBe(points.length)
        for (const matrix of [durations, distances]) {
          expect(matrix).toHaveLength(size * size)
          for (let i = 0; i < size; i++) {
            expect(matrix[i * size + i]).toBe(0)
            for (let j = 0; j < size; j++) {
              expect(matrix[i * size + j]).toBe(matrix[j * size + i])
              expect(matrix[i * size + j]).toBeGreaterThanOrEqual(0)
              expect(matrix[i * size + j]).toBeLessThan(Number.POSITIVE_INFINITY)
            }
          }
        }
      }),
    )
  })

  test.each([
    { point: [181, 50] },
    { point: [4, 90.1] },
    { point: [Number.NaN, 50] },
    { point: [4, Number.POSITIVE_INFINITY] },
    { point: [4] },
  ])('refuses $point and names which point it is', async ({ point }) => {
    const matrix = straightLine().matrix([leuven, point as unknown as LonLat], van)
    await expect(matrix).rejects.toThrow(BadCoordinate)
    await expect(matrix).rejects.toThrow(/^point 1: got/)
  })
})
