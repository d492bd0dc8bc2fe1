// Hourly values of the last days in memory, older ones brought in from the registry while a round needs them.
import { type HourlyDay, type HourlySeries, unpackDay } from '@bakwacht/domain'
import type { Folds } from '@bakwacht/registry'

const EVER = 1_000_000

export class HoursCache {
  readonly #folds: Pick<Folds, 'days'>
  readonly #days = new Map<string, Map<number, HourlyDay>>()
  /** From this UTC day on everything of a container is here. */
  readonly #loadedFrom = new Map<string, number>()

  constructor(folds: Pick<Folds, 'days'>) {
    this.#folds = folds
  }

  /** Afterwards all days of these containers from `fromDay` on are here. */
  async load(containerIds: readonly string[], fromDay: number): Promise<void> {
    const wanting = containerIds.filter((id) => (this.#loadedFrom.get(id) ?? EVER) > fromDay)
    const groups = Map.groupBy(wanting, (id) => this.#loadedFrom.get(id) ?? EVER)
    for (const [loadedFrom, ids] of groups) {
      for (const { containerId, day, hours } of await this.#folds.days(
        ids,
        fromDay,
        loadedFrom - 1,
      ))
        this.#of(containerId).set(day, unpackDay(hours))
      for (const id of ids) this.#loadedFrom.set(id, fromDay)
    }
  }

  /** Copies in all days from `fromDay` on, which must be loaded. @returns those that are no more */
  replace(
    containerId: string,
    fromDay: number,
    days: ReadonlyMap<number, HourlyDay>,
  ): readonly number[] {
    const known = this.#of(containerId)
    const gone = [...known.keys()].filter((day) => day >= fromDay && !days.has(day))
    for (const day of gone) known.delete(day)
    for (const [day, hours] of days) {
      // Round after round the same day of each container: arrays of its own would all grow old before they go.
      const place = known.get(day)
      if (place === undefined) known.set(day, hours.slice())
      else place.set(hours)
    }
    return gone
  }

  series(containerId: string): HourlySeries {
    const days = this.#days.get(containerId)
    return (day) => days?.get(day)
  }

  /** Lets go of what only a late event needed, of these containers or of all. */
  trim(beforeDay: number, containerIds: Iterable<string> = this.#days.keys()): void {
    for (const id of containerIds) {
      const days = this.#days.get(id)
      for (const day of days?.keys() ?? []) if (day < beforeDay) days?.delete(day)
      this.#loadedFrom.set(id, Math.max(this.#loadedFrom.get(id) ?? EVER, beforeDay))
    }
  }

  #of(containerId: string): Map<number, HourlyDay> {
    const days = this.#days.get(containerId) ?? new Map<number, HourlyDay>()
    this.#days.set(containerId, days)
    return days
  }
}
