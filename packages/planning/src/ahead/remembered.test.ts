import { expect, test } from 'vitest'
import { remembered } from './remembered.ts'

test('each item is found when it is first asked for, and once', () => {
  const found: number[] = []
  function* squares() {
    for (let n = 1; n <= 4; n++) {
      found.push(n)
      yield n * n
    }
  }
  const items = remembered(squares())
  for (const item of items) if (item >= 4) break
  expect(found).toEqual([1, 2])
  expect([...items]).toEqual([1, 4, 9, 16])
  expect([...items]).toEqual([1, 4, 9, 16])
  expect(found).toEqual([1, 2, 3, 4])
})
