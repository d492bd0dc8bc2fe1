// One bin through a recorded year under a rhythm of its own: what it would have turned away, and what damp
// would have taken.

import { HOUR_MS } from '@bakwacht/domain'
import { Bin, nothing, settle, takeIn, type Weather } from '@bakwacht/simulators/world'
import type { TrueBin } from '../truth/fleet.ts'
import type { Span } from '../truth/households.ts'
import { LossBook, type Losses } from '../truth/losses.ts'
import { type Spoilage, spoiledAfterHour, unspoilt } from '../truth/spoilage.ts'
import type { TimedGift } from '../truth/timed-gift.ts'
import type { World } from '../truth/world-file.ts'

/** Overflows alone: gifts, settling and visits. */
export function overflowsOf(
  capacityL: number,
  gifts: readonly TimedGift[],
  visits: readonly number[],
  span: Span,
): Losses {
  const book = new LossBook({ countFrom: span.from })
  let contents = nothing
  let settledAt = span.from
  let visit = 0
  for (const { at, gift } of gifts) {
    for (let due = visits[visit]; due !== undefined && due <= at; due = visits[++visit]) {
      contents = nothing
      book.emptied(due, 0)
    }
    const hours = Math.max(at - settledAt, 0) / HOUR_MS
    const before = settle(contents, hours)
    settledAt = at
    const { contents: after, refused } = takeIn(before, [gift], capacityL)
    contents = after
    for (const { kg } of refused) book.turnedAway(at, kg)
  }
  for (const due of visits.slice(visit)) book.emptied(due, 0)
  book.emptied(span.to, 0)
  return book.losses
}

/** Kilograms that damp takes in a bin that leaks, with the climate in its box. */
export function dampOf(
  { container, profile }: TrueBin,
  gifts: readonly TimedGift[],
  visits: readonly number[],
  span: Span,
  { weather, world }: { readonly weather: Weather; readonly world: World },
): number {
  let spoilage: Spoilage = unspoilt
  let lostKg = 0
  const bin = new Bin({
    id: container.id,
    profile,
    seed: 0,
    weather,
    startAt: span.from,
    initial: nothing,
    gifts,
    emptyings: visits,
    witness: {
      event: (_, __, { event }) => {
        if (event !== 'emptied') return
        lostKg += spoilage.lostKg
        spoilage = unspoilt
      },
      hour: ({ contents: { kg }, climate: { freeWaterKg, tempC } }) => {
        spoilage = spoiledAfterHour(spoilage, { kg, freeWaterKg, tempC }, world.damp)
      },
    },
  })
  bin.advanceTo(span.to)
  return lostKg + spoilage.lostKg
}
