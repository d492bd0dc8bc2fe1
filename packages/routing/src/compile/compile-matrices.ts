import type { TravelMatrix } from '../problem.ts'

/** Instead of infinity, so that no sum becomes NaN; no shift is that long. */
const NO_WAY = 1e15

export interface DriveCosts {
  readonly size: number
  readonly durations: Float64Array
  readonly distances: Float64Array
  /** Vehicles with the same prices share one matrix. */
  driveCost(perM: number, perS: number): Float64Array
}

export function compileMatrices(matrices: readonly TravelMatrix[]): DriveCosts[] {
  return matrices.map((matrix) => {
    const { durations, distances } = withoutInfinity(matrix)
    const made = new Map<string, Float64Array>()
    return {
      size: matrix.size,
      durations,
      distances,
      driveCost(perM, perS) {
        const key = `${perM} ${perS}`
        const costs = made.get(key) ?? priced(durations, distances, perM, perS)
        made.set(key, costs)
        return costs
      },
    }
  })
}

function withoutInfinity({ durations, distances }: TravelMatrix) {
  const isWay = (i: number) =>
    durations[i] !== Number.POSITIVE_INFINITY && distances[i] !== Number.POSITIVE_INFINITY
  if (durations.every((_, i) => isWay(i))) return { durations, distances }
  return {
    durations: durations.map((seconds, i) => (isWay(i) ? seconds : NO_WAY)),
    distances: distances.map((metres, i) => (isWay(i) ? metres : NO_WAY)),
  }
}

function priced(
  durations: Float64Array,
  distances: Float64Array,
  perM: number,
  perS: number,
): Float64Array {
  if (perM === 1 && perS === 0) return distances
  return distances.map((metres, i) => metres * perM + (durations[i] as number) * perS)
}
