import { expect, test } from 'vitest'
import { parseOptions } from './options.ts'

const parsed = (...args: string[]) => parseOptions(['--out', 'x', ...args], 2)

test('what is not said is two hundred bins for a year, under all four kinds', () => {
  expect(parsed()).toMatchObject({
    ...{ containers: 200, days: 365, vehicles: 4, seeds: [1], threads: 2, weather: null },
    policies: ['fixed', 'threshold:70', 'bakwacht', 'oracle'],
  })
})

test('seeds are numbers and ranges', () => {
  expect(parsed('--seed', '1-3,7,2')).toMatchObject({ seeds: [1, 2, 3, 7] })
})

test.each([
  [['--seed', '3-1'], '--seed: got "3-1"'],
  [['--policies', 'fixed,threshold'], '--policies: got "threshold"'],
  [['--policies', 'threshold:0'], '--policies: got "threshold:0"'],
  [['--containers', '2.5'], '--containers: got "2.5"'],
  [['--nonsense'], '--nonsense'],
])('%j is refused by name', (args, message) => {
  expect(() => parsed(...args)).toThrow(message)
})

test('without a place for the report it says so', () => {
  expect(() => parseOptions([], 2)).toThrow('--out')
})
