import { expect, test } from 'vitest'
import { HoursBehind } from './hours-behind.ts'

test('hours are let go once all are judged that are judged beside them', () => {
  // In a row: each is judged beside the next one, `d` is not judged itself.
  const row = ['a', 'b', 'c', 'd']
  const besides = (id: string, step: number) => row.slice(row.indexOf(id) + step)[0] ?? []
  const behind = new HoursBehind(['a', 'b', 'c'], {
    neighbours: (id) => [besides(id, 1)].flat(),
    neighbourTo: (id) => (id === 'a' ? [] : [besides(id, -1)].flat()),
  })
  expect(behind.passed(['b'])).toEqual([])
  expect(behind.passed(['a'])).toEqual(['a', 'b'])
  expect(behind.passed(['c'])).toEqual(['c', 'd'])
})
