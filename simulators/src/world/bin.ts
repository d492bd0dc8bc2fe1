// One bin through time: gifts in, weather around it, now and then a crew that takes everything out.
// It moves in whole steps; given the same seed and the same emptyings it repeats itself to the bit.
import type { BinProfile } from './bin-profile.ts'
import { type Contents, nothing, settle, takeIn } from './contents.ts'
import { type Gift, giftStream } from './gifts.ts'
import { afterBags, type Heap, levelUnderSensor } from './heap.ts'
import { type Random, randomFor } from './random.ts'
import {
  type BoxClimate,
  boxHumidityPct,
  broughtAlongKg,
  climateOutside,
  nextClimate,
} from './steel-box.ts'
import { HOUR_MS, STEP_H, STEP_MS } from './time.ts'
import type { Outdoor, Weather } from './weather.ts'

export type BinEvent =
  | { readonly event: 'burst'; readonly bags: number }
  | { readonly event: 'wet_bag'; readonly waterKg: number }
  | { readonly event: 'leak'; readonly mmPerH: number }
  | { readonly event: 'overflow'; readonly litres: number; readonly kg: number }
  | {
      readonly event: 'emptied'
      readonly kg: number
      readonly litres: number
      readonly waterKg: number
    }

/** Told of everything that happens in a bin, and of its state at every full hour. */
export interface BinWitness {
  event(binId: string, at: number, event: BinEvent): void
  hour(bin: Bin, at: number, outdoor: Outdoor): void
}

export interface BinOptions {
  readonly id: string
  readonly profile: BinProfile
  readonly seed: number
  readonly weather: Weather
  readonly startAt: number
  readonly initial: Contents
  /** Instants, ascending, at which a crew empties it whatever the plans say. */
  readonly emptyings?: readonly number[]
  /** Single bags that a scenario brings. */
  readonly gifts?: readonly { readonly at: number; readonly gift: Gift }[]
  readonly witness?: BinWitness
}

/** What a crew finds: textile as it was given, and the water in it beyond its natural moisture. */
export interface Collected extends Contents {
  readonly waterKg: number
}

export class Bin {
  readonly id: string
  readonly profile: BinProfile
  readonly #weather: Weather
  readonly #arrivals: ReturnType<typeof giftStream>
  readonly #heapRandom: Random
  readonly #witness: BinWitness | undefined
  readonly #emptyings: number[]
  readonly #ordered: { readonly at: number; readonly gift: Gift }[]
  #at: number
  #contents: Contents
  #climate: BoxClimate
  #heap: Heap = 0
  #lidOpens = 0
  #leaking = false
  #totals = { takenKg: 0, collectedKg: 0, refusedKg: 0 }

  constructor(options: BinOptions) {
    this.id = options.id
    this.profile = options.profile
    this.#weather = options.weather
    this.#arrivals = giftStream(options.profile, randomFor(options.seed, options.id, 'gifts'))
    this.#heapRandom = randomFor(options.seed, options.id, 'heap')
    this.#witness = options.witness
    this.#emptyings = [...(options.emptyings ?? [])]
    this.#ordered = [...(options.gifts ?? [])]
    this.#at = Math.floor(options.startAt / STEP_MS) * STEP_MS
    this.#contents = options.initial
    this.#climate = {
      ...climateOutside(options.weather(this.#at)),
      boundWaterKg: broughtAlongKg(options.initial.kg),
    }
  }

  get contents(): Contents {
    return this.#contents
  }
  get climate(): BoxClimate {
    return this.#climate
  }
  get rhPct(): number {
    return boxHumidityPct(this.#climate)
  }
  get fillFraction(): number {
    return this.#contents.litres / this.profile.capacityL
  }
  /** Height of the heap under the sensor, 0–1. */
  get level(): number {
    return levelUnderSensor(this.fillFraction, this.#heap)
  }
  /** How often the lid opened since the beginning. */
  get lidOpens(): number {
    return this.#lidOpens
  }
  /** Since the beginning: what went in, what crews took out, what found no room. */
  get totals(): Readonly<{ takenKg: number; collectedKg: number; refusedKg: number }> {
    return this.#totals
  }

  /** Moves on to the last whole step at or before `at`; never back. */
  advanceTo(at: number): void {
    while (this.#at + STEP_MS <= at) {
      this.#step()
      this.#at += STEP_MS
      if (this.#at % HOUR_MS === 0) this.#witness?.hour(this, this.#at, this.#weather(this.#at))
    }
  }

  /** A crew takes everything out. */
  empty(at: number): Collected {
    this.advanceTo(at)
    const collected = { ...this.#contents, waterKg: this.#climate.freeWaterKg }
    this.#contents = nothing
    this.#heap = 0
    this.#climate = { ...this.#climate, boundWaterKg: 0, freeWaterKg: 0 }
    this.#totals.collectedKg += collected.kg
    this.#tell(at, { event: 'emptied', ...collected })
    return collected
  }

  #step(): void {
    const outdoor = this.#weather(this.#at)
    this.#visit()
    this.#receive(outdoor)
    this.#contents = settle(this.#contents, STEP_H)
    this.#climate = nextClimate(
      this.#climate,
      this.profile,
      outdoor,
      this.#contents.kg,
      this.#contents.litres,
      STEP_H,
    )
    this.#noticeLeak(outdoor)
  }

  #visit(): void {
    const due = this.#emptyings[0]
    if (due === undefined || due > this.#at) return
    this.#emptyings.shift()
    this.empty(this.#at)
  }

  #receive(outdoor: Outdoor): void {
    const { gifts: usual, burstBags } = this.#arrivals(this.#at, outdoor)
    if (burstBags > 0) this.#tell(this.#at, { event: 'burst', bags: burstBags })
    const gifts = [...this.#orderedUntilNow(), ...usual]
    if (gifts.length === 0) return
    const { contents, taken, refused } = takeIn(this.#contents, gifts, this.profile.capacityL)
    this.#contents = contents
    this.#heap = afterBags(this.#heap, taken.length, this.#heapRandom)
    this.#lidOpens += gifts.length
    const kg = sum(taken, (gift) => gift.kg)
    const waterKg = sum(taken, (gift) => gift.waterKg)
    this.#climate = {
      ...this.#climate,
      boundWaterKg: this.#climate.boundWaterKg + broughtAlongKg(kg),
      freeWaterKg: this.#climate.freeWaterKg + waterKg,
    }
    this.#totals.takenKg += kg
    if (waterKg > 0) this.#tell(this.#at, { event: 'wet_bag', waterKg })
    if (refused.length > 0) {
      const refusedKg = sum(refused, (gift) => gift.kg)
      this.#totals.refusedKg += refusedKg
      const litres = sum(refused, (gift) => gift.litres)
      this.#tell(this.#at, { event: 'overflow', litres, kg: refusedKg })
    }
  }

  #orderedUntilNow(): Gift[] {
    const due: Gift[] = []
    for (let first = this.#ordered[0]; first !== undefined && first.at <= this.#at; ) {
      due.push(first.gift)
      this.#ordered.shift()
      first = this.#ordered[0]
    }
    return due
  }

  #noticeLeak(outdoor: Outdoor): void {
    const leaking = this.profile.leakM2 > 0 && outdoor.rainMmPerH > 0
    if (leaking && !this.#leaking)
      this.#tell(this.#at, { event: 'leak', mmPerH: outdoor.rainMmPerH })
    this.#leaking = leaking
  }

  #tell(at: number, event: BinEvent): void {
    this.#witness?.event(this.id, at, event)
  }
}

const sum = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((total, item) => total + value(item), 0)
