// The whole world through time: every bin of the fleet, what is given, the weather over it.
import type { Weather } from '@bakwacht/simulators/world'
import type { Message } from '../boundary/policy.ts'
import type { Fleet } from './fleet.ts'
import { giftsOf, meanBags, regionDrift, type Span } from './households.ts'
import { type Losses, sumOfLosses } from './losses.ts'
import { type Emptied, StreetBin } from './street-bin.ts'
import type { TimedGift } from './timed-gift.ts'
import type { World } from './world-file.ts'

export interface StreetOptions {
  readonly world: World
  readonly fleet: Fleet
  readonly gifts: Gifts
  readonly weather: Weather
  readonly span: Span
  readonly countFrom: number
  readonly seed: number
  readonly listened: boolean
}

/** By container id, in the order of time. */
export type Gifts = ReadonlyMap<string, readonly TimedGift[]>

/** What is brought to every bin in this span, whoever empties them. */
export function giftsOfFleet(
  world: World,
  fleet: Fleet,
  weather: Weather,
  span: Span,
  seed: number | string,
): Gifts {
  const givers = {
    rules: world.gifts,
    means: meanBags(world.gifts),
    region: regionDrift(world.gifts, span, seed),
    weather,
  }
  return new Map(
    fleet.bins.map((bin) => [bin.container.id, giftsOf(bin.givers, givers, span, seed)]),
  )
}

export class Street {
  readonly #bins: ReadonlyMap<string, StreetBin>

  constructor({ fleet, gifts, ...common }: StreetOptions) {
    this.#bins = new Map(
      fleet.bins.map((truth) => {
        const { id } = truth.container
        return [id, new StreetBin({ ...common, truth, gifts: gifts.get(id) ?? [] })]
      }),
    )
  }

  /** All messages until now, in the order of receipt. */
  messagesUntil(at: number): readonly Message[] {
    const messages: Message[] = []
    for (const bin of this.#bins.values()) {
      bin.advanceTo(at)
      messages.push(...bin.takeMessages())
    }
    return messages.sort((a, b) => a.receivedAt - b.receivedAt)
  }

  /** A crew takes everything out. @throws Error where there is no such bin */
  empty(containerId: string, at: number): Emptied {
    const bin = this.#bins.get(containerId)
    if (bin === undefined) throw new Error(`got a visit to ${containerId}, wanted one of the fleet`)
    return bin.empty(at)
  }

  close(at: number): void {
    for (const bin of this.#bins.values()) bin.close(at)
  }

  /** Over all bins since `countFrom`; complete once it is closed. */
  get losses(): Losses {
    return sumOfLosses([...this.#bins.values()].map(({ losses }) => losses))
  }

  /** Since the very beginning, dry kg: what was there, what came in, what crews took, what found no room, what is inside. */
  get balance() {
    const bins = [...this.#bins.values()]
    const sum = (of: (bin: StreetBin) => number) => bins.reduce((total, bin) => total + of(bin), 0)
    return {
      takenKg: sum(({ totals }) => totals.takenKg),
      collectedKg: sum(({ totals }) => totals.collectedKg),
      turnedAwayKg: sum(({ totals }) => totals.refusedKg),
      insideKg: sum(({ insideKg }) => insideKg),
    }
  }
}
