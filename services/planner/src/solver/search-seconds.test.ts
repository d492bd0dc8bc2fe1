import { settingsDefaults } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { searchPatience, searchSeconds } from './search-seconds.ts'

const { solveSeconds } = settingsDefaults.plan

test('few visits are searched for seconds, a city’s day for all of its time', () => {
  expect(searchSeconds(20, solveSeconds)).toBeLessThan(5)
  expect(searchSeconds(200, solveSeconds)).toBeLessThan(15)
  expect(searchSeconds(2000, solveSeconds)).toBe(solveSeconds)
})

test('more time for a large day is more for any', () => {
  expect(searchSeconds(200, 600)).toBeGreaterThan(100)
  expect(searchSeconds(1, 0.2)).toBe(0.2)
})

test('a small day may wait for the processor, and never takes longer than a large one', () => {
  expect(searchPatience(2, 45)).toBe(10)
  expect(searchPatience(30, 45)).toBe(1.5)
  expect(searchPatience(45, 45)).toBe(1)
  expect(searchPatience(0.2, 0.2)).toBe(1)
})
