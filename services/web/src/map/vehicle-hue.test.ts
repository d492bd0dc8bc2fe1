import { expect, test } from 'vitest'
import { HUES, vehicleHue } from './vehicle-hue.ts'

const fleet = (size: number) => Array.from({ length: size }, (_, at) => ({ id: `van-${at + 10}` }))

test('as many vehicles as there are hues differ, and a second round of them is dashed', () => {
  const vehicles = fleet(2 * HUES)
  const drawn = vehicles.map(({ id }) => JSON.stringify(vehicleHue(id, vehicles)))
  expect(new Set(drawn).size).toBe(2 * HUES)
  expect(vehicleHue('van-10', vehicles)).toEqual({ hue: 1, dashed: false })
  expect(vehicleHue('van-17', vehicles)).toEqual({ hue: 1, dashed: true })
})

test('the order of the list does not matter', () => {
  const vehicles = fleet(3)
  expect(vehicleHue('van-11', vehicles.toReversed())).toEqual(vehicleHue('van-11', vehicles))
})
