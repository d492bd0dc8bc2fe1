// What becomes the current tours. Money by simulated annealing; missing mandatory jobs never increase.
import type { Instance, VehicleClass } from '../compile/instance.ts'
import type { Random } from '../random/sfc32.ts'
import type { Tours } from './tours.ts'
import type { Tuning } from './tuning.ts'

/** While this share of the search lasts, money may wait for missing jobs to find room. */
const JUGGLING_SHARE = 0.5

export class Annealing {
  readonly #random: Random
  readonly #hot: number
  readonly #cooling: number
  /** How often each mandatory job was missing: what is hard to place counts more and more. */
  readonly #absences: Float64Array
  /** What temperatures are measured by: see {@link meanArcCost}. */
  meanArc = 0
  #juggling = false
  #threshold = 0
  #hardship = 0

  constructor(instance: Instance, tuning: Tuning, random: Random) {
    this.#random = random
    this.#hot = tuning.hot
    this.#cooling = tuning.cold / tuning.hot
    this.#absences = new Float64Array(instance.jobCount)
  }

  /** Draws what tours may cost that come after such of `cost`. */
  threshold(cost: number, share: number): number {
    const temperature = this.meanArc * this.#hot * this.#cooling ** share
    return cost - temperature * Math.log(1 - this.#random())
  }

  /** Draws what the next tours may cost, before they are made: worse ones need not be finished. */
  bound(tours: Tours, share: number): number {
    this.#threshold = this.threshold(tours.keptCost, share)
    this.#juggling = tours.keptMissing > 0 && share < JUGGLING_SHARE
    if (!this.#juggling) return this.#threshold
    this.#hardship = this.#hardshipOf(tours)
    return Number.POSITIVE_INFINITY
  }

  /** Whether the tours made under the last bound are taken over. */
  accepts(tours: Tours): boolean {
    if (tours.missing !== tours.keptMissing) return tours.missing < tours.keptMissing
    if (tours.cost < this.#threshold) return true
    if (!this.#juggling) return false
    const easier = this.#hardshipOf(tours) < this.#hardship
    this.#countAbsences(tours)
    return easier
  }

  #countAbsences({ absent, instance }: Tours): void {
    for (const job of absent.members)
      if (instance.mandatory[job] === 1) this.#absences[job] = (this.#absences[job] as number) + 1
  }

  #hardshipOf({ absent, instance }: Tours): number {
    let sum = 0
    for (const job of absent.members)
      if (instance.mandatory[job] === 1) sum += this.#absences[job] as number
    return sum
  }
}

/** The mean cost of driving from stop to stop. */
export function meanArcCost({ used, slots, slotOf, instance }: Tours): number {
  let cost = 0
  let arcs = 0
  for (const vehicle of used.members) {
    const slot = slotOf[vehicle] as number
    const row = slot * slots.stride
    const { driveCost, size } = instance.classes[slots.class[slot] as number] as VehicleClass
    const stops = slots.length[slot] as number
    for (let at = row; at <= row + stops; at++)
      cost += driveCost[
        (slots.places[at] as number) * size + (slots.places[at + 1] as number)
      ] as number
    arcs += stops + 1
  }
  return arcs === 0 ? 0 : cost / arcs
}
