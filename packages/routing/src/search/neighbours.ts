import type { Instance, VehicleClass } from '../compile/instance.ts'

/** For each job the nearest of `jobs`, itself first, by what driving there and back costs the first class. */
export class Neighbours {
  readonly #instance: Instance
  readonly #jobs: Int32Array
  /** How many neighbours each job has. */
  readonly count: number
  /** `job * count + rank`. */
  readonly nearest: Int32Array
  readonly #known: Uint8Array
  readonly #cost: Float64Array
  readonly #order: Int32Array

  constructor(instance: Instance, jobs: readonly number[], most: number) {
    this.#instance = instance
    this.#jobs = Int32Array.from(jobs)
    this.count = Math.min(most, jobs.length)
    this.nearest = new Int32Array(instance.jobCount * this.count)
    this.#known = new Uint8Array(instance.jobCount)
    this.#cost = new Float64Array(instance.jobCount)
    this.#order = new Int32Array(jobs.length)
  }

  /** Row in {@link nearest}; found when first asked for. */
  rowOf(job: number): number {
    if (this.#known[job] === 0) this.#find(job)
    return job * this.count
  }

  #find(job: number): void {
    const { site, classes } = this.#instance
    const { driveCost, driveCostTo, size } = classes[0] as VehicleClass
    const cost = this.#cost
    const order = this.#order
    const here = (site[job] as number) * size
    for (let i = 0; i < order.length; i++) {
      const other = this.#jobs[i] as number
      const there = here + (site[other] as number)
      order[i] = other
      cost[other] =
        other === job ? -1 : (driveCost[there] as number) + (driveCostTo[there] as number)
    }
    const first = quickselect(order, cost, this.count)
    first.sort((a, b) => (cost[a] as number) - (cost[b] as number) || a - b)
    this.nearest.set(first, job * this.count)
    this.#known[job] = 1
  }
}

/** Brings the `count` items with the least keys to the front, and returns them in no order (Hoare). */
function quickselect(items: Int32Array, keys: Float64Array, count: number): Int32Array {
  let left = 0
  let right = items.length - 1
  while (left < right && count < items.length) {
    const pivot = keys[items[(left + right) >> 1] as number] as number
    let i = left
    let j = right
    while (i <= j) {
      while ((keys[items[i] as number] as number) < pivot) i++
      while ((keys[items[j] as number] as number) > pivot) j--
      if (i > j) break
      const item = items[i] as number
      items[i++] = items[j] as number
      items[j--] = item
    }
    if (count <= j) right = j
    else if (count >= i) left = i
    else break
  }
  return items.subarray(0, count)
}
