// Learns how a fleet fills from what each container has learnt of itself. Everything is drawn towards what the
// settings say as far as few days are known, so a new fleet begins with them.
import type { Container } from '../fleet/container.ts'
import type { Settings } from '../settings.ts'
import type { FillHabit } from './fill-habit.ts'
import { type FleetHabit, fleetHabitOf } from './fleet-habit.ts'
import { unpackDays } from './packed-days.ts'
import { evenWeek, weekdayShares, weekdaySumsOf } from './weekday-shares.ts'

/** What was learnt of a fleet; plain JSON. */
export interface LearntHabits {
  readonly fleet: FleetHabit
  /** Litres that come into a container in a day, as far as can be told from where it stands. */
  readonly lPerDay: number
  readonly lPerDayIn: Readonly<Record<string, number>>
}

type Place = Pick<Container, 'capacityL' | 'municipality'>

/** The settings count as much as so many days of containers: four of them for eight weeks. */
const SETTINGS_DAYS = 4 * 56
/** No container counts for more days than this, and a municipality needs as many to be believed by half. */
const MOST_DAYS = 56
const RECENT_DAYS = 14

/** A fleet that is known less than this (a dozen containers for a month) is what its settings say. */
const FEWEST_DAYS = 360

/** Adds up the containers of a fleet, in any order. */
export class FleetHabitLearner {
  readonly #usual: FleetHabit
  readonly #all = new Sums()
  readonly #municipalities = new Map<string, Sums>()
  readonly #weekdays = { inflowPct: evenWeek.map(() => 0), days: evenWeek.map(() => 0) }
  #capacityDays = 0
  #variance = 0
  #recent = 0
  #recentUsual = 0

  constructor(settings: Pick<Settings, 'fleetFillPctPerDay'>) {
    this.#usual = fleetHabitOf(settings)
  }

  add({ capacityL, municipality }: Place, habit: FillHabit): void {
    const { days: known, pctPerDay, variance } = habit.usual
    const days = Math.min(known, MOST_DAYS)
    if (days < 1) return
    const lPerDay = (pctPerDay * capacityL) / 100
    this.#all.add(days, pctPerDay, lPerDay)
    this.#capacityDays += days * capacityL
    this.#variance += days * variance
    const sums = this.#municipalities.get(municipality ?? '') ?? new Sums()
    sums.add(days, pctPerDay, lPerDay)
    this.#municipalities.set(municipality ?? '', sums)
    this.#addDays(habit)
  }

  #addDays({ days, weekday, usual }: FillHabit): void {
    const ended = unpackDays(days)
    const sums = weekdaySumsOf(ended, weekday)
    for (let of = 0; of < 7; of++) {
      this.#weekdays.inflowPct[of] = (this.#weekdays.inflowPct[of] ?? 0) + (sums.inflowPct[of] ?? 0)
      this.#weekdays.days[of] = (this.#weekdays.days[of] ?? 0) + (sums.days[of] ?? 0)
    }
    for (const day of ended.slice(-RECENT_DAYS)) {
      if (day === null) continue
      this.#recent += day[1]
      this.#recentUsual += usual.pctPerDay
    }
  }

  /** `undefined`: too little is known. */
  get learnt(): LearntHabits | undefined {
    const usual = this.#usual
    const { days, inflowPct, litres } = this.#all
    if (days < FEWEST_DAYS) return undefined
    const drawn = (sum: number, known: number, towards: number) =>
      (sum + SETTINGS_DAYS * towards) / (known + SETTINGS_DAYS)
    const pctPerDay = drawn(inflowPct, days, usual.pctPerDay)
    const usualLitres = (usual.pctPerDay * this.#capacityDays) / 100 / days
    const lPerDay = drawn(litres, days, usualLitres)
    const season = drawn(this.#recent, this.#recentUsual, 1)
    return {
      fleet: {
        pctPerDay: rounded(pctPerDay),
        lumpPct: rounded(drawn(this.#variance, Math.max(inflowPct, 0), usual.lumpPct)),
        spread: rounded(drawn(days * this.#all.spread, days, usual.spread)),
        weekdays: weekdayShares(this.#weekdays, pctPerDay, usual.weekdays, SETTINGS_DAYS / 7).map(
          rounded,
        ),
        season: rounded(Math.min(Math.max(season, LEAST_SEASON), MOST_SEASON)),
      },
      lPerDay: rounded(lPerDay),
      lPerDayIn: Object.fromEntries(
        [...this.#municipalities].map(([name, sums]) => [
          name,
          rounded((sums.litres + MOST_DAYS * lPerDay) / (sums.days + MOST_DAYS)),
        ]),
      ),
    }
  }
}

/** A fleet's fortnight is never further from its season than this. */
const [LEAST_SEASON, MOST_SEASON] = [0.5, 2]

/** What is expected of a container by where it stands and how much it holds. */
export function habitExpectedOf(
  { capacityL, municipality }: Place,
  { fleet, lPerDay, lPerDayIn }: LearntHabits,
): FleetHabit {
  const litres = lPerDayIn[municipality ?? ''] ?? lPerDay
  if (litres <= 0) return fleet
  return { ...fleet, pctPerDay: (100 * litres) / capacityL }
}

/** Weighted by the days known. */
class Sums {
  days = 0
  inflowPct = 0
  litres = 0
  #squares = 0

  add(days: number, pctPerDay: number, lPerDay: number): void {
    this.days += days
    this.inflowPct += days * pctPerDay
    this.litres += days * lPerDay
    this.#squares += days * pctPerDay * pctPerDay
  }

  /** Standard deviation of containers' means, as a share of their mean. */
  get spread(): number {
    const mean = this.inflowPct / this.days
    if (!(mean > 0)) return 0
    return Math.sqrt(Math.max(this.#squares / this.days - mean * mean, 0)) / mean
  }
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
