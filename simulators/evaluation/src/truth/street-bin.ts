// One bin of the world with the sensor in it: gifts come, weather works, the sensor speaks, a crew empties.
import { MINUTE_MS } from '@bakwacht/domain'
import { Bin, type BinEvent, randomFor, sensorOf, type Weather } from '@bakwacht/simulators/world'
import type { Message } from '../boundary/policy.ts'
import type { TrueBin } from './fleet.ts'
import type { Span } from './households.ts'
import { LossBook } from './losses.ts'
import { type Radio, radioOf } from './radio.ts'
import { type Spoilage, spoiledAfterHour, unspoilt } from './spoilage.ts'
import type { TimedGift } from './timed-gift.ts'
import type { World } from './world-file.ts'

export interface StreetBinOptions {
  readonly truth: TrueBin
  readonly gifts: readonly TimedGift[]
  readonly weather: Weather
  readonly world: World
  readonly span: Span
  readonly countFrom: number
  readonly seed: number
  /** False: nobody listens, so nothing is measured. */
  readonly listened: boolean
}

export interface Emptied {
  /** Dry. */
  readonly kg: number
  /** As it is weighed. */
  readonly wetKg: number
  readonly litres: number
  readonly fillFraction: number
}

export class StreetBin {
  readonly id: string
  readonly #options: StreetBinOptions
  readonly #bin: Bin
  readonly #book: LossBook
  readonly #speaker: Speaker | undefined
  #spoilage: Spoilage = unspoilt
  #messages: Message[] = []

  constructor(options: StreetBinOptions) {
    const { truth, gifts, weather, span, seed, countFrom } = options
    this.id = truth.container.id
    this.#options = options
    this.#book = new LossBook({ countFrom })
    this.#bin = new Bin({
      id: this.id,
      profile: truth.profile,
      seed,
      weather,
      startAt: span.from,
      initial: truth.initial,
      gifts,
      witness: {
        event: (_, at, event) => this.#witness(at, event),
        hour: (bin) => this.#age(bin),
      },
    })
    if (options.listened) this.#speaker = speakerOf(this.#bin, options)
  }

  get losses() {
    return this.#book.losses
  }
  get totals() {
    return this.#bin.totals
  }
  get insideKg(): number {
    return this.#bin.contents.kg
  }

  /** Lets time pass. */
  advanceTo(at: number): void {
    const speaker = this.#speaker
    while (speaker !== undefined && speaker.nextAt <= at) {
      this.#bin.advanceTo(speaker.nextAt)
      this.#messages.push(...speaker.speak())
    }
    this.#bin.advanceTo(at)
  }

  /** What its radio has brought since the last time. */
  takeMessages(): readonly Message[] {
    const messages = this.#messages
    this.#messages = []
    return messages
  }

  empty(at: number): Emptied {
    this.advanceTo(at)
    const fillFraction = this.#bin.fillFraction
    const { kg, litres, waterKg } = this.#bin.empty(at)
    return { kg, litres, fillFraction, wetKg: kg + waterKg }
  }

  /** The year is over: what lasts is counted until now. */
  close(at: number): void {
    this.advanceTo(at)
    this.#book.emptied(at, this.#spoilage.lostKg)
  }

  #witness(at: number, event: BinEvent): void {
    if (event.event === 'overflow') this.#book.turnedAway(at, event.kg)
    if (event.event !== 'emptied') return
    this.#book.emptied(at, this.#spoilage.lostKg)
    this.#spoilage = unspoilt
  }

  #age({ contents: { kg }, climate: { freeWaterKg, tempC } }: Bin): void {
    const inside = { kg, freeWaterKg, tempC }
    this.#spoilage = spoiledAfterHour(this.#spoilage, inside, this.#options.world.damp)
  }
}

interface Speaker {
  readonly nextAt: number
  /** Measures the bin as it stands at `nextAt`. */
  speak(): readonly Message[]
}

const JITTER_MS = 1_000

function speakerOf(bin: Bin, { truth, world, span, seed }: StreetBinOptions): Speaker | undefined {
  const { device } = truth
  if (device === null) return undefined
  const { sensors } = world
  const reportMs = sensors.report_minutes * MINUTE_MS
  const measure = sensorOf(bin, device.sensor, randomFor(seed, device.id, 'sensor'))
  const radio: Radio = radioOf(device.id, sensors, span, seed)
  const jitter = randomFor(seed, device.id, 'jitter')
  let nextAt = span.from + Math.ceil(jitter() * reportMs)
  return {
    get nextAt() {
      return nextAt
    },
    speak() {
      const at = nextAt
      nextAt = at + reportMs + Math.round((jitter() - 0.5) * JITTER_MS)
      return radio(measure(at), at)
    },
  }
}
