// Bags do not lie flat: the sensor looks at one spot, which stands above or below the mean.
import { normal, type Random } from './random.ts'

/** Deviation of the spot under the sensor, as a share of the height when half full. */
export type Heap = number

const ROUGHNESS = 0.05
const SLIDES_BACK = 0.93

export const afterBags = (heap: Heap, bags: number, random: Random): Heap => {
  let next = heap
  for (let bag = 0; bag < bags; bag++) next = SLIDES_BACK * next + ROUGHNESS * normal(random)
  return Math.max(-0.15, Math.min(0.15, next))
}

/** Height under the sensor, 0–1: an empty floor and a packed bin are flat. */
export const levelUnderSensor = (fillFraction: number, heap: Heap): number => {
  const room = Math.max(0, 4 * fillFraction * (1 - fillFraction))
  return Math.max(0, Math.min(1, fillFraction + heap * room))
}
