// What lies in a bin. Kilograms are kept exactly; litres shrink as the heap settles under itself.
import type { Gift } from './gifts.ts'

export interface Contents {
  /** Dry textile. */
  readonly kg: number
  readonly litres: number
}

export const nothing: Contents = { kg: 0, litres: 0 }

/** The density to which a heap settles, and the days that it takes for most of it. */
const SETTLED_KG_PER_L = 0.16
const SETTLING_DAYS = 6

/** Takes the gifts that still fit, in their order; people leave the others outside. */
export function takeIn(
  contents: Contents,
  gifts: readonly Gift[],
  capacityL: number,
): {
  readonly contents: Contents
  readonly taken: readonly Gift[]
  readonly refused: readonly Gift[]
} {
  if (gifts.length === 0) return { contents, taken: [], refused: [] }
  let { kg, litres } = contents
  const taken: Gift[] = []
  const refused: Gift[] = []
  for (const gift of gifts) {
    if (litres + gift.litres > capacityL) {
      refused.push(gift)
      continue
    }
    taken.push(gift)
    kg += gift.kg
    litres += gift.litres
  }
  return { contents: { kg, litres }, taken, refused }
}

export function settle(contents: Contents, hours: number): Contents {
  const settledL = contents.kg / SETTLED_KG_PER_L
  if (contents.litres <= settledL) return contents
  const keep = Math.exp(-hours / 24 / SETTLING_DAYS)
  return { kg: contents.kg, litres: settledL + (contents.litres - settledL) * keep }
}
