import { setImmediate as others } from 'node:timers'
import { expect, test } from 'vitest'
import { slicesOf } from './slices.ts'

const itself = (item: number) => item

async function allSlices(days: readonly number[]) {
  const slices: (readonly number[])[] = []
  for await (const slice of slicesOf(days, 200, itself)) slices.push(slice)
  return slices
}

test('many days make small slices, few days large ones, and nothing is left out', async () => {
  const days = [0, 0, 500, 99, 99, 99, ...Array.from({ length: 250 }, () => 0)]
  const slices = await allSlices(days)
  expect(slices.map((slice) => slice.length)).toEqual([3, 2, 101, 150])
  expect(slices.flat()).toEqual(days)
  expect(await allSlices([])).toEqual([])
})

test('others have their turn between two slices', async () => {
  const heard: string[] = []
  for await (const _ of slicesOf([500, 500], 200, itself)) {
    heard.push('slice')
    others(() => heard.push('other'))
  }
  expect(heard).toEqual(['slice', 'other', 'slice'])
})
