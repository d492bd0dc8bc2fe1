import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, pathsIn } from './path-bytes.ts'

test('paths come back from their bytes as they were', () => {
  const path = fc.array(fc.integer({ min: -80, max: 4176 }))
  fc.assert(
    fc.property(fc.array(path), (paths) => {
      expect(pathsIn(bytesOf(paths))).toEqual(paths)
    }),
  )
  const long = Array.from({ length: 100_000 }, (_, index) => index % 4000)
  expect(pathsIn(bytesOf([long, [1, 2]]))).toEqual([long, [1, 2]])
})
