// What each vehicle needs and pays to get around, in the shape that the search takes.
import type { TravelMatrix, TravelTable } from '@bakwacht/routing'
import { RoutingFileError } from '../routing-file-error.ts'
import type { Places } from './places.ts'
import type { VroomInput, VroomPlace, VroomVehicle } from './vroom-input.ts'

/** Between the problem's places, row-major. */
export interface ProfileTables {
  readonly durations: TravelTable
  readonly distances: TravelTable | null
  readonly costs: TravelTable | null
}

/** The matrices given, cut down to the places in use. @throws RoutingFileError naming the entry */
export function givenTables(
  file: string,
  matrices: NonNullable<VroomInput['matrices']>,
  places: Places,
): ReadonlyMap<string, ProfileTables> {
  return new Map(
    Object.entries(matrices).map(([profile, { durations, distances, costs }]) => {
      const table = (rows: unknown[][], kind: string) => {
        const path = `matrices.${profile}.${kind}`
        checkSquare(file, path, rows, durations.length)
        return tableOf(file, path, rows, places)
      }
      const tables: ProfileTables = {
        durations: table(durations, 'durations'),
        distances: distances === undefined ? null : table(distances, 'distances'),
        costs: costs === undefined ? null : table(costs, 'costs'),
      }
      return [profile, tables]
    }),
  )
}

function checkSquare(file: string, path: string, rows: unknown[][], size: number): void {
  if (rows.length !== size)
    throw new RoutingFileError(file, path, `${rows.length} rows`, `${size}, as in durations`)
  rows.forEach((row, i) => {
    if (row.length !== size)
      throw new RoutingFileError(file, `${path}[${i}]`, `${row.length} values`, `${size}`)
  })
}

function tableOf(file: string, path: string, rows: unknown[][], places: Places): TravelTable {
  const indices = places.all.map(({ location_index = 0 }) => location_index)
  return between(places, (from, to) => {
    const [i = 0, j = 0] = [indices[from], indices[to]]
    const value = rows[i]?.[j]
    if (typeof value !== 'number' || !(value >= 0) || (i === j && value !== 0))
      throw new RoutingFileError(
        file,
        `${path}[${i}][${j}]`,
        value,
        i === j ? '0, from a place to itself' : 'a number ≥ 0',
      )
    return value
  })
}

/** An estimate for all profiles alike, in whole seconds and metres as road engines answer VROOM. */
export function estimatedTables(
  matrix: TravelMatrix,
  vehicles: readonly VroomVehicle[],
  places: Places,
): ReadonlyMap<string, ProfileTables> {
  const rounded = (table: TravelTable) =>
    between(places, (from, to) => Math.round(table[from * matrix.size + to] ?? 0))
  const tables: ProfileTables = {
    durations: rounded(matrix.durations),
    distances: rounded(matrix.distances),
    costs: null,
  }
  return new Map(vehicles.map(({ profile }) => [profile, tables]))
}

function between({ all, size }: Places, value: (from: number, to: number) => number): TravelTable {
  const table = new Float64Array(size * size)
  for (let from = 0; from < all.length; from++)
    for (let to = 0; to < all.length; to++) table[from * size + to] = value(from, to)
  return asIntegers(table)
}

const LARGEST_INTEGER = 2 ** 31 - 1

/** Half the memory, where nothing is lost. */
const asIntegers = (table: Float64Array): TravelTable =>
  table.every((value) => Number.isInteger(value) && value <= LARGEST_INTEGER)
    ? Int32Array.from(table)
    : table

export interface Travel {
  readonly matrices: readonly TravelMatrix[]
  /** By vehicle, into `matrices`. */
  readonly profiles: readonly number[]
}

/**
 * One matrix for vehicles of the same profile, speed and price. VROOM pays for driving alone, so a
 * matrix's `distances` are what the way costs and a vehicle pays 1 for each.
 */
export function travelOf(
  vehicles: readonly VroomVehicle[],
  tables: ReadonlyMap<string, ProfileTables>,
  { size }: Places,
): Travel {
  const matrices: TravelMatrix[] = []
  const known = new Map<string, number>()
  const profiles = vehicles.map((vehicle) => {
    const { profile, speed_factor, costs } = vehicle
    const key = JSON.stringify([profile, speed_factor, costs.per_hour, costs.per_km])
    const index = known.get(key) ?? matrices.length
    if (index === matrices.length)
      matrices.push({ size, ...timeAndCost(vehicle, tables.get(profile) as ProfileTables) })
    known.set(key, index)
    return index
  })
  return matrices.length > 0 ? { matrices, profiles } : { matrices: [nowhere(size)], profiles }
}

/** For a fleet of none: the places are there, nobody drives. */
function nowhere(size: number): TravelMatrix {
  const none = new Int32Array(size * size)
  return { size, durations: none, distances: none }
}

function timeAndCost(
  { speed_factor, costs }: VroomVehicle,
  tables: ProfileTables,
): { durations: TravelTable; distances: TravelTable } {
  const durations =
    speed_factor === 1
      ? tables.durations
      : Float64Array.from(tables.durations, (seconds) => seconds / speed_factor)
  if (tables.costs !== null) return { durations, distances: tables.costs }
  if (costs.per_hour === 3600 && costs.per_km === 0) return { durations, distances: durations }
  const price = (seconds: number, metres: number) =>
    (seconds * costs.per_hour) / 3600 + (metres * costs.per_km) / 1000
  const { distances } = tables
  return {
    durations,
    distances: Float64Array.from(durations, (seconds, i) => price(seconds, distances?.[i] ?? 0)),
  }
}

export const coordinatesOf = ({ location }: VroomPlace): readonly [number, number] =>
  location ?? [0, 0]
