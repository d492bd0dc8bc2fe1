import { expect, test } from 'vitest'
import { absHumidityGPerM3, dewPointC, saturationHPa } from './psychrometrics.ts'

test('air at 20 °C and 65 % holds 11.21 g/m³ and has its dew point at 13.22 °C', () => {
  expect(dewPointC(20, 65)).toBeCloseTo(13.22, 2)
  expect(absHumidityGPerM3(20, 65)).toBeCloseTo(11.21, 2)
})

test('air at 20 °C and 80 % holds 13.80 g/m³ and has its dew point at 16.44 °C', () => {
  expect(dewPointC(20, 80)).toBeCloseTo(16.44, 2)
  expect(absHumidityGPerM3(20, 80)).toBeCloseTo(13.8, 2)
})

test('saturated air has its dew point at its own temperature', () => {
  for (const tempC of [-10, 0, 7.5, 31]) expect(dewPointC(tempC, 100)).toBeCloseTo(tempC, 9)
})

test('the vapour pressure at 0 °C is the constant of the formula', () => {
  expect(saturationHPa(0)).toBe(6.1094)
})
