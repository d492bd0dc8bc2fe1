import { expect, test } from 'vitest'
import { readNumber, writtenNumber } from './read-number.ts'

test.each([
  ['2200', 'en', 2200],
  ['2,200', 'en', 2200],
  ['2.200', 'nl', 2200],
  ['2 200', 'fr', 2200],
  ['1.234,5', 'de', 1234.5],
  ['0.6', 'nl', 0.6],
  ['0,6', 'en', 0.6],
  ['0,625', 'en', 0.625],
  ['-3,5', 'fr', -3.5],
  ['−4', 'en', -4],
  ['', 'en', null],
  ['  ', 'en', null],
] as const)('%s in %s is %s', (text, language, value) => {
  expect(readNumber(text, language)).toBe(value)
})

test.each(['many', '1,2,3', '1e5', '12 kg', '--1', '.'])('%s is no number', (text) => {
  expect(readNumber(text, 'en')).toBeNaN()
})

test('what is written is read back', () => {
  for (const language of ['en', 'nl', 'fr', 'de'] as const)
    for (const value of [0, 0.6, 12.25, 2200, -7.5])
      expect(readNumber(writtenNumber(value, language), language)).toBe(value)
})
