import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Series } from './series.ts'

const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(Number.NaN))
const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), value, value), { minLength: 1 })

function contentOf(all: readonly (readonly [number, number, number])[]) {
  const series = new Series(2)
  for (const [at, ...values] of all) series.add(at, values)
  return [...series.inOrder()].map((row) => [
    series.at(row),
    series.value(row, 0),
    series.value(row, 1),
  ])
}

test('every instant comes once, in order, and the same rows stand whatever their order was', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const content = contentOf(all)
      const ats = content.map(([at]) => at)
      expect(ats).toEqual([...new Set(all.map(([at]) => at))].sort((a, b) => a - b))
      expect(contentOf(all.toReversed())).toEqual(content)
      for (const row of content) expect(all).toContainEqual(row)
    }),
  )
})

test('a thousand rows are kept as they came', () => {
  const all = Array.from({ length: 1000 }, (_, at) => [at, at / 3, -at] as const)
  expect(contentOf(all)).toEqual(all)
})
