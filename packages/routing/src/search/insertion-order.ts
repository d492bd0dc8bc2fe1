// In which order absent jobs are put back: chance above all, and what is hard to place first.
import type { Instance } from '../compile/instance.ts'
import type { Random } from '../random/sfc32.ts'

interface Order {
  readonly weight: number
  /** Lowest first; `null`: by chance. */
  readonly key: Float64Array | null
}

export class InsertionOrder {
  readonly #orders: readonly Order[]
  readonly #total: number
  readonly #optional: Float64Array | null

  constructor(instance: Instance) {
    this.#orders = ordersFor(instance)
    this.#total = this.#orders.reduce((sum, { weight }) => sum + weight, 0)
    this.#optional = instance.mandatory.includes(0)
      ? Float64Array.from(instance.mandatory, (must) => 1 - must)
      : null
  }

  /** Sorts the first `count` of `jobs` by an order drawn anew; on request the mandatory ones first. */
  sort(jobs: Int32Array, count: number, random: Random, mandatoryFirst: boolean): void {
    shuffle(jobs, count, random)
    const key = this.#draw(random)
    if (key !== null) sortBy(key, jobs, count)
    if (mandatoryFirst && this.#optional !== null) sortBy(this.#optional, jobs, count)
  }

  #draw(random: Random): Float64Array | null {
    let left = random() * this.#total
    for (let i = 0; i < this.#orders.length; i++) {
      const { weight, key } = this.#orders[i] as Order
      left -= weight
      if (left < 0) return key
    }
    return null
  }
}

function ordersFor(instance: Instance): Order[] {
  const far = distanceFromStart(instance)
  const orders: Order[] = [
    { weight: 4, key: null },
    { weight: 4, key: shareOfCapacity(instance).map((share) => -share) },
    { weight: 2, key: far.map((cost) => -cost) },
    { weight: 1, key: far },
  ]
  if (!instance.anyWindows) return orders
  const opens = instance.opens.subarray(0, instance.jobCount)
  const closes = instance.closes.subarray(0, instance.jobCount)
  return [
    ...orders,
    { weight: 1, key: sortable(closes.map((end, job) => end - (opens[job] as number))) },
    { weight: 1, key: sortable(opens) },
    { weight: 1, key: sortable(closes.map((end) => -end)) },
  ]
}

/** Infinities would subtract to NaN. */
const sortable = (key: Float64Array): Float64Array =>
  key.map((value) => Math.max(-Number.MAX_SAFE_INTEGER, Math.min(value, Number.MAX_SAFE_INTEGER)))

function distanceFromStart({ classes, jobCount, site }: Instance): Float64Array {
  const [owner] = classes
  if (owner === undefined) return new Float64Array(jobCount)
  const { driveCost, size, startSite } = owner
  return Float64Array.from(
    { length: jobCount },
    (_, job) => driveCost[startSite * size + (site[job] as number)] as number,
  )
}

function shareOfCapacity({ classes, jobCount, loadCount, load }: Instance): Float64Array {
  const largest = Array.from({ length: loadCount }, (_, i) =>
    Math.max(...classes.map(({ capacity }) => capacity[i] as number)),
  )
  return Float64Array.from({ length: jobCount }, (_, job) =>
    Math.max(
      0,
      ...largest.map((size, i) => (load[job * loadCount + i] as number) / Math.max(size, 1e-9)),
    ),
  )
}

function shuffle(items: Int32Array, count: number, random: Random): void {
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const item = items[i] as number
    items[i] = items[j] as number
    items[j] = item
  }
}

/** By insertion, stable: there are few. */
function sortBy(key: Float64Array, items: Int32Array, count: number): void {
  for (let i = 1; i < count; i++) {
    const item = items[i] as number
    const own = key[item] as number
    let j = i - 1
    while (j >= 0 && (key[items[j] as number] as number) > own) {
      items[j + 1] = items[j] as number
      j--
    }
    items[j + 1] = item
  }
}
