import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NodeIds } from './positions.ts'

const ids = fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 60 })

test('what was asked for is found again, in whatever order it is set and read', () => {
  fc.assert(
    fc.property(ids, ids, ids, (wanted, set, read) => {
      const asked = new NodeIds()
      for (const id of wanted) asked.add([id, id])
      const positions = asked.sorted()
      for (const id of set) positions.set(id, id + 100, 7)
      const known = read.filter((id) => wanted.includes(id) && set.includes(id))
      expect(positions.lines(read).flat()).toEqual(known.flatMap((id) => [id + 100, 7]))
    }),
  )
})

test('more ids than there is room for at first', () => {
  const asked = new NodeIds()
  const many = Array.from({ length: 1000 }, (_, index) => index)
  for (let block = 0; block < 200; block++) asked.add(many.map((id) => 1000 * (block % 150) + id))
  const positions = asked.sorted()
  positions.set(149_999, 1, 2)
  positions.set(150_000, 3, 4)
  expect(positions.lines([150_000, 149_999, 0])).toEqual([[1, 2]])
})

test('where a node is missing, a line ends and another begins', () => {
  const asked = new NodeIds()
  asked.add([1, 2, 3, 4, 5])
  const positions = asked.sorted()
  for (const id of [1, 2, 4, 5]) positions.set(id, id, id)
  expect(positions.lines([9, 1, 2, 3, 4, 5])).toEqual([
    [1, 1, 2, 2],
    [4, 4, 5, 5],
  ])
})
