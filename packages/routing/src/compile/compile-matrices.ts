import type { TravelMatrix, TravelTable } from '../problem.ts'

/** Instead of infinity, so that no sum becomes NaN; no shift is that long. */
const NO_WAY = 1e15

export interface DriveCosts {
  readonly size: number
  readonly durations: TravelTable
  readonly distances: TravelTable
  /** Vehicles with the same prices share one matrix. */
  driveCost(perM: number, perS: number): TravelTable
}

export function compileMatrices(matrices: readonly TravelMatrix[]): DriveCosts[] {
  return matrices.map((matrix) => {
    const { durations, distances } = withoutInfinity(matrix)
    const made = new Map<string, TravelTable>()
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
  let whole = true
  for (let i = 0; i < durations.length && whole; i++) whole = isWay(i)
  if (whole) return { durations, distances }
  return {
    durations: Float64Array.from(durations, (seconds, i) => (isWay(i) ? seconds : NO_WAY)),
    distances: Float64Array.from(distances, (metres, i) => (isWay(i) ? metres : NO_WAY)),
  }
}

function priced(
  durations: TravelTable,
  distances: TravelTable,
  perM: number,
  perS: number,
): TravelTable {
  if (perM === 1 && perS === 0) return distances
  const costs = new Float64Array(distances.length)
  for (let i = 0; i < costs.length; i++)
    costs[i] = (distances[i] as number) * perM + (durations[i] as number) * perS
  return costs
}
