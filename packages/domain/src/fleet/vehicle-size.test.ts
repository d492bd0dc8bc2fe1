import { expect, test } from 'vitest'
import { sizeOf } from './vehicle-size.ts'

test.each([
  ['van', 1100, 3.5],
  ['truck', 1000, 7.5],
  ['truck', 3000, 7.5],
  ['truck', 9000, 18],
  ['crane', 3000, 18],
  ['van', 2000, 7.5],
  ['tricycle', 150, 3.5],
])('a %s for %d kg weighs %d t when nothing else is known', (type, payloadKg, weightT) => {
  expect(sizeOf({ type, payloadKg }).weightT).toBe(weightT)
})

test('what is known of a vehicle goes before what is usual', () => {
  expect(sizeOf({ type: 'van', payloadKg: 1100, size: { heightM: 3.1 } })).toEqual({
    heightM: 3.1,
    widthM: 2.1,
    lengthM: 6,
    weightT: 3.5,
  })
})
