import { expect, test } from 'vitest'
import { readSolomon } from '../solomon/read-solomon.ts'
import { distanceTable } from './distance-table.ts'

const between = (x: number) =>
  distanceTable(
    readSolomon(
      'a.txt',
      `A\n\nVEHICLE\nNUMBER CAPACITY\n1 1\n\nCUSTOMER\n${'- '.repeat(7)}\n0 0 0 0 0 9 0\n1 ${x} 0 1 0 9 0\n`,
    ),
  )

test('tenths are whole numbers of 32 bits, as long as these suffice', () => {
  expect(between(3.19)).toEqual(Int32Array.of(0, 31, 31, 0))
  expect(between(399_999_999)).toEqual(Float64Array.of(0, 3_999_999_990, 3_999_999_990, 0))
})
