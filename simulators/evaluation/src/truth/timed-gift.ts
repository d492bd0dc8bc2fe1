import type { Gift } from '@bakwacht/simulators/world'

export interface TimedGift {
  /** UTC ms. */
  readonly at: number
  readonly gift: Gift
}
