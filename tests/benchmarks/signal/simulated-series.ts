// One bin of the simulated world with its sensor and its faults, as the readings that would be
// stored, and beside them what really happened.
import { decodeOnly } from '@bakwacht/acceptance'
import type { Reading } from '@bakwacht/domain'
import { encodeJson, type WireReading } from '@bakwacht/firmware-contracts'
import {
  anySensor,
  Bin,
  between,
  type Contents,
  chance,
  type Emission,
  type FaultShares,
  faultsOfDevice,
  normal,
  ordinaryBin,
  outages,
  pick,
  type Random,
  radioGaps,
  randomFor,
  sensorOf,
  type Weather,
} from '@bakwacht/simulators/world'
import { troublesOf } from './echo-troubles.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export interface TrueEmptying {
  readonly at: number
  /** Height of the textile under the sensor, percent. */
  readonly beforePct: number
  readonly afterPct: number
  readonly partial: boolean
}

/** Distances at which a bin is empty and full. */
export interface Span {
  readonly emptyMm: number
  readonly fullMm: number
}

export interface SimulatedSeries {
  readonly deviceId: string
  /** In observed time, each once. */
  readonly readings: readonly Reading[]
  readonly emptyings: readonly TrueEmptying[]
  /** What the planner registered; every fifth wrongly. */
  readonly told: Span | null
  readonly sensor: Span
  /** True level at each reading, percent; beside `readings`. */
  readonly levels: readonly number[]
  /** From here on the distance says nothing: stuck or silent. UTC ms. */
  readonly blindFrom: number
}

export interface SeriesWish {
  readonly seed: number
  readonly index: number
  readonly startAt: number
  readonly days: number
  readonly weather: Weather
  readonly faults: FaultShares
  /** Echo troubles of the street too. */
  readonly troubled: boolean
  readonly partialShare: number
}

export function simulatedSeries(wish: SeriesWish): SimulatedSeries {
  const { seed, index, startAt, days, faults } = wish
  const deviceId = `d${index}`
  const endAt = startAt + days * DAY_MS
  const random = randomFor(seed, index, 'series')
  const sensor = anySensor(seed, deviceId)
  const bins = new VisitedBin(wish, random, endAt)
  let blindFrom = endAt
  const fate = faultsOfDevice({
    ...{ seed, deviceId, shares: faults, startAt, endAt },
    note: (at, fault, detail) => {
      if (fault === 'silence' || (fault === 'stuck' && detail.field === 'distance_mm'))
        blindFrom = Math.min(blindFrom, at)
    },
  })
  const gaps = outages(radioGaps(randomFor(seed, deviceId, 'gaps'), startAt, endAt))
  const trouble = wish.troubled ? troublesOf(random, startAt) : (mm: number) => mm
  const stored = new Map<number, { reading: Reading; level: number }>()
  const levelAt = new Map<number, number>()

  for (let at = startAt + Math.ceil(random() * HOUR_MS); at < endAt; at += HOUR_MS) {
    const measured = bins.measureAt(at, sensor)
    levelAt.set(Math.floor(at / 1000) * 1000, bins.levelPct)
    const { distance_mm } = measured
    const heard = distance_mm !== null && distance_mm !== undefined && distance_mm > 0
    const wire =
      heard && distance_mm < 65_535
        ? { ...measured, distance_mm: trouble(distance_mm, at) }
        : measured
    // What is stored without a network is what the sensor said, faults and all.
    for (const emission of gaps(fate([{ kind: 'reading', reading: wire }], at), at))
      for (const reading of storedFrom(emission, deviceId, at)) {
        const level = levelAt.get(reading.observedAt) ?? bins.levelPct
        stored.set(reading.observedAt, { reading, level })
      }
  }
  const ordered = [...stored.values()].sort((a, b) => a.reading.observedAt - b.reading.observedAt)
  const { emptyMm, fullMm } = sensor.echo
  return {
    deviceId,
    readings: ordered.map(({ reading }) => reading),
    levels: ordered.map(({ level }) => level),
    emptyings: bins.emptyings,
    told: toldCalibration({ emptyMm, fullMm }, random),
    sensor: { emptyMm, fullMm },
    blindFrom,
  }
}

function toldCalibration({ emptyMm, fullMm }: Span, random: Random): Span | null {
  const wrong = chance(random, 0.2) ? 1 + pick(random, [-1, 1]) * between(random, 0.1, 0.15) : 1
  return chance(random, 0.05) ? null : { emptyMm: Math.round(emptyMm * wrong), fullMm }
}

function storedFrom(emission: Emission, deviceId: string, at: number): Reading[] {
  const wires: readonly WireReading[] =
    emission.kind === 'reading'
      ? [emission.reading]
      : emission.kind === 'backfill'
        ? emission.readings
        : []
  return wires.flatMap((wire) => {
    const decoded = decodeOnly(encodeJson(wire), deviceId, at + 1_000)
    return decoded.kind === 'message'
      ? decoded.items.flatMap((item) => (item.kind === 'reading' ? [item.reading] : []))
      : []
  })
}

/** A bin that a crew visits about once a week, taking all or, now and then, a part. */
class VisitedBin {
  readonly emptyings: TrueEmptying[] = []
  readonly #wish: SeriesWish
  readonly #random: Random
  readonly #profile
  readonly #visits: number[]
  #bin: Bin
  /** Each emptying begins a new bin; the device counts on. */
  #seq = 0
  #measure: ((at: number) => WireReading) | undefined

  constructor(wish: SeriesWish, random: Random, endAt: number) {
    this.#wish = wish
    this.#random = random
    this.#profile = {
      ...ordinaryBin,
      capacityL: pick(random, [1_300, 2_000, 2_500, 3_000]),
      litresPerDay: Math.max(50, Math.min(300, 140 * Math.exp(0.4 * normal(random)))),
    }
    const every = between(random, 4, 10)
    this.#visits = visitsOf(wish.startAt + between(random, 1, every) * DAY_MS, endAt, every, random)
    const litres = between(random, 0, 0.5) * this.#profile.capacityL
    this.#bin = this.#binWith({ litres, kg: litres * 0.13 }, wish.startAt)
  }

  get levelPct(): number {
    return 100 * this.#bin.level
  }

  measureAt(at: number, sensor: ReturnType<typeof anySensor>): WireReading {
    for (let visit = this.#visits[0]; visit !== undefined && visit <= at; visit = this.#visits[0]) {
      this.#visits.shift()
      this.#visit(visit)
    }
    this.#bin.advanceTo(at)
    this.#measure ??= sensorOf(this.#bin, sensor, randomFor(this.#wish.seed, this.#wish.index, at))
    return { ...this.#measure(at), seq: this.#seq++ }
  }

  #visit(at: number): void {
    this.#bin.advanceTo(at)
    const beforePct = this.levelPct
    const partial = chance(this.#random, this.#wish.partialShare)
    const keeps = partial ? between(this.#random, 0.25, 0.6) : 0
    const { litres, kg } = this.#bin.contents
    this.#bin = this.#binWith({ litres: litres * keeps, kg: kg * keeps }, at)
    this.#measure = undefined
    this.emptyings.push({ at, beforePct, afterPct: this.levelPct, partial })
  }

  #binWith(initial: Contents, startAt: number): Bin {
    const { index, seed, weather } = this.#wish
    return new Bin({
      ...{ id: `b${index}/${startAt}`, profile: this.#profile, seed, weather, startAt, initial },
    })
  }
}

function visitsOf(first: number, endAt: number, everyDays: number, random: Random): number[] {
  const visits: number[] = []
  for (let day = first; day < endAt; day += everyDays * between(random, 0.6, 1.4) * DAY_MS) {
    const midnight = Math.floor(day / DAY_MS) * DAY_MS
    visits.push(midnight + Math.round(between(random, 7, 14) * HOUR_MS))
  }
  return visits
}
