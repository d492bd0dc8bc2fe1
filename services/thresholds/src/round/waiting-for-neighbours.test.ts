import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WaitingForNeighbours } from './waiting-for-neighbours.ts'

const folded = (id: string) => ({ container: { id } })
const idsOf = (all: readonly ReturnType<typeof folded>[]) =>
  all.map(({ container }) => container.id)

test('a container is ready once its neighbours are folded, and leaves', () => {
  const neighbours = new Map([
    ['a', ['b']],
    ['b', ['a', 'c']],
    ['c', ['outside']],
  ])
  const waiting = new WaitingForNeighbours('abc', (id) => neighbours.get(id) ?? [])
  waiting.add([folded('a')])
  expect(waiting.takeReady()).toEqual([])
  waiting.add([folded('b')])
  expect(idsOf(waiting.takeReady())).toEqual(['a'])
  waiting.add([folded('c')])
  expect(idsOf(waiting.takeReady())).toEqual(['b', 'c'])
  expect(waiting.takeReady()).toEqual([])
})

test('whoever is whose neighbour, each comes out once, never before its neighbours came in', () => {
  const ids = [...'abcdefgh']
  const anyNeighbours = fc.array(fc.subarray(ids), { minLength: 8, maxLength: 8 })
  const anyOrder = fc.shuffledSubarray(ids, { minLength: 8 })
  fc.assert(
    fc.property(anyNeighbours, anyOrder, (lists, order) => {
      const neighbours = (id: string) => lists[ids.indexOf(id)] ?? []
      const waiting = new WaitingForNeighbours(ids, neighbours)
      const taken: string[] = []
      order.forEach((id, at) => {
        waiting.add([folded(id)])
        const known = order.slice(0, at + 1)
        for (const ready of idsOf(waiting.takeReady())) {
          expect(known).toEqual(expect.arrayContaining([...neighbours(ready)]))
          taken.push(ready)
        }
      })
      expect(taken.toSorted()).toEqual(ids)
    }),
  )
})
