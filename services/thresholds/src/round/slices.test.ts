import { expect, test } from 'vitest'
import { inSlices } from './slices.ts'

test('many days make small slices, few days large ones, and nothing is left out', async () => {
  const slices: number[][] = []
  const days = [0, 0, 500, 99, 99, 99, ...Array.from({ length: 250 }, () => 0)]
  await inSlices(
    days,
    200,
    (item) => item,
    async (slice) => void slices.push([...slice]),
  )
  expect(slices.map((slice) => slice.length)).toEqual([3, 2, 101, 150])
  expect(slices.flat()).toEqual(days)
})

test('others have their turn between two slices', async () => {
  const heard: string[] = []
  setImmediate(() => heard.push('other'))
  await inSlices(
    [500, 500],
    200,
    (item) => item,
    async () => void heard.push('slice'),
  )
  expect(heard).toEqual(['slice', 'other', 'slice'])
})
