// What becomes the current tours. Money by simulated annealing; missing mandatory jobs never increase.
import type { Random } from '../random/sfc32.ts'
import type { Merit, Tours } from './tours.ts'

/** Start and end temperature, as multiples of the mean cost of driving from stop to stop. */
const HOT = 1.5
const COLD = 0.015

/** While this share of the search lasts, money may wait for missing jobs to find room. */
const JUGGLING_SHARE = 0.5

export class Annealing {
  readonly #random: Random
  readonly #meanArc: number
  /** How often each mandatory job was missing: what is hard to place counts more and more. */
  readonly #absences: Float64Array
  #juggling = false
  #threshold = 0
  #hardship = 0

  constructor(tours: Tours, random: Random) {
    this.#random = random
    this.#meanArc = meanArcCost(tours)
    this.#absences = new Float64Array(tours.instance.jobCount)
  }

  /** Draws what the next tours may cost, before they are made: worse ones need not be finished. */
  bound(tours: Tours, share: number): Merit {
    const { missing, cost } = tours.kept
    const temperature = this.#meanArc * HOT * (COLD / HOT) ** share
    this.#threshold = cost - temperature * Math.log(1 - this.#random())
    this.#juggling = missing > 0 && share < JUGGLING_SHARE
    if (this.#juggling) this.#hardship = this.#hardshipOf(tours)
    return { missing, cost: this.#juggling ? Number.POSITIVE_INFINITY : this.#threshold }
  }

  /** Whether the tours made under the last bound are taken over. */
  accepts(tours: Tours): boolean {
    const { missing } = tours.kept
    if (tours.missing !== missing) return tours.missing < missing
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

function meanArcCost({ routes }: Tours): number {
  let cost = 0
  let arcs = 0
  for (const route of routes) {
    if (route.stops.length === 0) continue
    const { driveCost, size } = route.vehicle
    for (let position = 0; position <= route.stops.length; position++) {
      cost += driveCost[route.location(position) * size + route.location(position + 1)] as number
      arcs++
    }
  }
  return arcs === 0 ? 0 : cost / arcs
}
