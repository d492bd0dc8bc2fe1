// How heavy textile is, learnt from what drivers weighed, as the thresholds service learns it.
import {
  DAY_MS,
  type Densities,
  learnDensities,
  type ReportedStop,
  type Run,
  weighedLoadsOf,
} from '@bakwacht/domain'
import type { DriverResult } from '../boundary/policy.ts'
import type { Register } from '../boundary/register.ts'

const WINDOW_MS = 180 * DAY_MS
/** A day changes little. */
const LEARN_EVERY_MS = 7 * DAY_MS

export class Weighings {
  readonly #register: Register
  readonly #capacity: ReadonlyMap<string, number>
  #expectedL = new Map<string, number>()
  #weighed: { readonly at: number; readonly stop: ReportedStop }[] = []
  #learnt: { readonly at: number; readonly densities: Densities } | undefined

  constructor({ register }: { readonly register: Register }) {
    this.#register = register
    this.#capacity = new Map(register.containers.map(({ id, capacityL }) => [id, capacityL]))
  }

  planned(runs: readonly Run[]): void {
    this.#expectedL = new Map(
      runs.flatMap(({ stops }) => stops.map(({ id, expectedL }) => [id, expectedL] as const)),
    )
  }

  told(results: readonly DriverResult[]): void {
    for (const { stopId, containerId, at, outcome, kg } of results) {
      const capacityL = this.#capacity.get(containerId) ?? 0
      const expectedL = this.#expectedL.get(stopId) ?? 0
      this.#weighed.push({
        at,
        stop: { containerId, capacityL, outcome, kg, wetKg: null, expectedL },
      })
    }
  }

  densities(now: number): Densities {
    if (this.#learnt !== undefined && now - this.#learnt.at < LEARN_EVERY_MS)
      return this.#learnt.densities
    this.#weighed = this.#weighed.filter(({ at }) => at >= now - WINDOW_MS)
    const loads = this.#weighed.flatMap(({ stop }) => weighedLoadsOf([stop]))
    const densities = learnDensities(loads, this.#register.settings)
    this.#learnt = { at: now, densities }
    return densities
  }
}
