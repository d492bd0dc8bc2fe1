// CVRPLIB's .vrp and the VRPLIB variants of it with time windows, prizes, trips and mixed fleets.
import type { BenchmarkInstance, BenchmarkVehicle } from '../benchmark/benchmark-instance.ts'
import { ANY_NUMBER, NOT_NEGATIVE, TextSource, WHOLE_ABOVE_ZERO } from '../text/text-source.ts'
import { edgeWeights } from './edge-weights.ts'
import { vrplibParts } from './vrplib-parts.ts'
import { VrplibReader } from './vrplib-reader.ts'

/** Each set of instances has one way to count its published costs. */
const CONVENTIONS = {
  CVRP: 'nearest',
  VRPTW: 'tenths',
  PCVRPTW: 'tenths',
  MTVRPTWR: 'tenths',
  HFVRP: 'exact',
} as const
const TYPES = Object.keys(CONVENTIONS) as (keyof typeof CONVENTIONS)[]

/** @throws RoutingFileError naming line and field */
export function readVrplib(file: string, text: string): BenchmarkInstance {
  const source = new TextSource(file, text)
  const reader = new VrplibReader(source, vrplibParts(source))
  const nodes = reader.number('DIMENSION', WHOLE_ABOVE_ZERO)
  checkDepot(reader)
  const listed = reader.has('CAPACITY_SECTION')
  const capacity = listed ? 0 : reader.number('CAPACITY', NOT_NEGATIVE)
  return {
    name: reader.text('NAME'),
    format: 'vrplib',
    convention: CONVENTIONS[reader.choice('TYPE', TYPES)],
    ...places(reader, nodes),
    demands: reader.column('DEMAND_SECTION', nodes),
    serviceTimes: serviceTimes(reader, nodes),
    windows: windows(reader, nodes),
    releases: optionalColumn(reader, 'RELEASE_TIME_SECTION', nodes),
    prizes: optionalColumn(reader, 'PRIZE_SECTION', nodes),
    vehicles: vehicles(reader, capacity),
    capacity,
    vehiclesDiffer: listed,
  }
}

function places(reader: VrplibReader, nodes: number) {
  const explicit = reader.choice('EDGE_WEIGHT_TYPE', ['EUC_2D', 'EXPLICIT']) === 'EXPLICIT'
  const points =
    explicit && !reader.has('NODE_COORD_SECTION')
      ? []
      : reader
          .table('NODE_COORD_SECTION', nodes, 2, ANY_NUMBER)
          .map(([x = 0, y = 0]) => [x, y] as const)
  return { points, weights: explicit ? edgeWeights(reader, nodes) : null }
}

function checkDepot(reader: VrplibReader): void {
  const name = 'DEPOT_SECTION'
  const { line, rows } = reader.section(name)
  const depots = rows.flatMap(({ cells }) => cells).filter((cell) => cell !== '-1')
  if (depots.join() !== '1')
    throw reader.source.fault(line, name, depots.join(' '), 'node 1 as the one depot')
}

function serviceTimes(reader: VrplibReader, nodes: number): number[] {
  if (reader.has('SERVICE_TIME_SECTION')) return reader.column('SERVICE_TIME_SECTION', nodes)
  const each = reader.optionalNumber('SERVICE_TIME', NOT_NEGATIVE) ?? 0
  return Array.from({ length: nodes }, (_, node) => (node === 0 ? 0 : each))
}

function windows(reader: VrplibReader, nodes: number) {
  const name = 'TIME_WINDOW_SECTION'
  if (!reader.has(name)) return null
  const table = reader.table(name, nodes, 2, NOT_NEGATIVE)
  return table.map(([from = 0, to = 0], node) => {
    if (from > to)
      throw reader.source.fault(
        reader.section(name).line,
        `${name} of ${node + 1}`,
        `${from} ${to}`,
        'an end that is not before its beginning',
      )
    return [from, to] as const
  })
}

const optionalColumn = (reader: VrplibReader, name: string, count: number): number[] | null =>
  reader.has(name) ? reader.column(name, count) : null

function vehicles(reader: VrplibReader, capacity: number): BenchmarkVehicle[] | null {
  const given = reader.optionalNumber('VEHICLES', WHOLE_ABOVE_ZERO)
  const perVehicle = ['CAPACITY', 'VEHICLES_FIXED_COST', 'VEHICLES_UNIT_DISTANCE_COST']
    .concat('VEHICLES_RELOAD_DEPOT')
    .map((name) => `${name}_SECTION`)
  if (given === null && !perVehicle.some((name) => reader.has(name))) return null

  // More of them than customers can never be out at once; a list is never cut short.
  const most = reader.number('DIMENSION', WHOLE_ABOVE_ZERO)
  const count = reader.number('VEHICLES', WHOLE_ABOVE_ZERO)
  const [capacities, fixedCosts, unitCosts, reloads] = perVehicle.map((name) =>
    optionalColumn(reader, name, count),
  )
  if (reloads?.some((depot) => depot !== 1))
    throw reader.source.fault(
      reader.section('VEHICLES_RELOAD_DEPOT_SECTION').line,
      'VEHICLES_RELOAD_DEPOT_SECTION',
      'another node',
      'node 1, the depot',
    )
  const isList = perVehicle.some((name) => reader.has(name))
  return Array.from({ length: isList ? count : Math.min(count, most) }, (_, k) => ({
    capacity: capacities?.[k] ?? capacity,
    fixedCost: fixedCosts?.[k] ?? 0,
    unitCost: unitCosts?.[k] ?? 1,
    reloads: reloads != null,
  }))
}
