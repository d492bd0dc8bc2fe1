import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  absoluteHumidityGPerM3,
  humidityOfDewPointPct,
  relativeHumidityPct,
} from './psychrometrics.ts'

test('agrees with the published points', () => {
  expect(absoluteHumidityGPerM3(20, 65)).toBeCloseTo(11.21, 2)
  expect(absoluteHumidityGPerM3(20, 80)).toBeCloseTo(13.8, 2)
  expect(humidityOfDewPointPct(20, 13.22)).toBeCloseTo(65, 1)
})

test('relative and absolute humidity turn into each other', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -20, max: 60, noNaN: true }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      (temp, rh) => {
        const back = relativeHumidityPct(temp, absoluteHumidityGPerM3(temp, rh))
        expect(back).toBeCloseTo(rh, 6)
      },
    ),
  )
})
