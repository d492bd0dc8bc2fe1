import type { CompiledVehicle, Instance } from '../compile/instance.ts'

/** Beyond so many, strings in nearby routes are long used up. */
const FARTHEST_RANK = 1000

/**
 * For each job all of `jobs`, itself first, then by what driving there and back costs the first
 * vehicle. Sorted when first asked for.
 */
export class Neighbours {
  readonly #instance: Instance
  readonly #jobs: readonly number[]
  readonly #lists: (readonly number[] | undefined)[] = []

  constructor(instance: Instance, jobs: readonly number[]) {
    this.#instance = instance
    this.#jobs = jobs
  }

  of(job: number): readonly number[] {
    const known = this.#lists[job] ?? this.#sorted(job)
    this.#lists[job] = known
    return known
  }

  #sorted(job: number): number[] {
    const { location } = this.#instance
    const { driveCost, size } = this.#instance.vehicles[0] as CompiledVehicle
    const here = location[job] as number
    const cost = new Map(
      this.#jobs.map((other): [number, number] => {
        const there = location[other] as number
        const roundTrip =
          (driveCost[here * size + there] as number) + (driveCost[there * size + here] as number)
        return [other, other === job ? -1 : roundTrip]
      }),
    )
    const costOf = (other: number) => cost.get(other) ?? 0
    return this.#jobs.toSorted((a, b) => costOf(a) - costOf(b)).slice(0, FARTHEST_RANK)
  }
}
