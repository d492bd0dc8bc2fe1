// In which order absent jobs are put back: chance above all, and what is hard to place first.
import type { CompiledVehicle, Instance } from '../compile/instance.ts'
import { pick, type Random } from '../random/sfc32.ts'

interface Order {
  readonly weight: number
  /** Lowest first; `null`: by chance. */
  readonly key: Float64Array | null
}

export class InsertionOrder {
  readonly #orders: readonly Order[]
  readonly #total: number
  readonly #instance: Instance

  constructor(instance: Instance) {
    this.#instance = instance
    this.#orders = ordersFor(instance)
    this.#total = this.#orders.reduce((sum, { weight }) => sum + weight, 0)
  }

  /** Sorts `jobs` in place, by an order drawn anew; on request the mandatory ones first. */
  sort(jobs: number[], random: Random, mandatoryFirst: boolean): void {
    shuffle(jobs, random)
    const key = this.#draw(random)
    if (key !== null) jobs.sort((a, b) => (key[a] as number) - (key[b] as number))
    const { mandatory } = this.#instance
    if (mandatoryFirst) jobs.sort((a, b) => (mandatory[b] as number) - (mandatory[a] as number))
  }

  #draw(random: Random): Float64Array | null {
    let left = random() * this.#total
    for (const { weight, key } of this.#orders) {
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
  const opens = Float64Array.from(instance.windows, (windows) => windows[0] as number)
  const closes = Float64Array.from(instance.windows, (windows) => windows.at(-1) as number)
  const wide = closes.map((end, job) => end - (opens[job] as number))
  return [
    ...orders,
    { weight: 1, key: sortable(wide) },
    { weight: 1, key: sortable(opens) },
    { weight: 1, key: sortable(closes.map((end) => -end)) },
  ]
}

/** Infinities would subtract to NaN. */
const sortable = (key: Float64Array): Float64Array =>
  key.map((value) => Math.max(-Number.MAX_SAFE_INTEGER, Math.min(value, Number.MAX_SAFE_INTEGER)))

function distanceFromStart({ vehicles, location }: Instance): Float64Array {
  const { driveCost, size, start } = vehicles[0] as CompiledVehicle
  return Float64Array.from(location, (at) => driveCost[start * size + at] as number)
}

function shareOfCapacity({ vehicles, jobCount, loadCount, load }: Instance): Float64Array {
  const largest = Array.from({ length: loadCount }, (_, i) =>
    Math.max(...vehicles.map(({ capacity }) => capacity[i] as number)),
  )
  return Float64Array.from({ length: jobCount }, (_, job) =>
    Math.max(
      0,
      ...largest.map((size, i) => (load[job * loadCount + i] as number) / Math.max(size, 1e-9)),
    ),
  )
}

function shuffle(items: number[], random: Random): void {
  for (let i = items.length - 1; i > 0; i--) {
    const j = pick(random, i + 1)
    const item = items[i] as number
    items[i] = items[j] as number
    items[j] = item
  }
}
