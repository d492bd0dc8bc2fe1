import type { Depot, LonLat, NotCollected, Run, VehicleSize } from '@bakwacht/domain'
import type { FixedStart, Job, Problem, RoutingVehicle, TravelMatrix } from '@bakwacht/routing'
import { openHours } from '../calendar/shift-hours.ts'
import { beginWindows, type Span } from '../calendar/span.ts'
import { distinctSizes, sizeIndex } from '../fleet/sizes.ts'
import { type VehicleDay, vehicleDay } from '../fleet/vehicle-day.ts'
import { type Bundle, bundleUp } from './bundle.ts'
import { sift } from './candidates.ts'
import { heldStops } from './held-stops.ts'
import type { ProblemInput } from './problem-input.ts'

/** A depot's day as a routing problem that still lacks its travel times. */
export interface DepotProblem extends Omit<Problem, 'matrices'> {
  readonly depot: Depot
  readonly date: string
  /** UTC ms of the problem's second 0. */
  readonly zero: number
  /** Where the matrices' rows stand for; the depot is the first. */
  readonly points: readonly LonLat[]
  /** One matrix for each, in this order. */
  readonly vehicleSizes: readonly VehicleSize[]
  readonly vehicleDays: readonly VehicleDay[]
  /** By job id. */
  readonly bundles: ReadonlyMap<string, Bundle>
  /** Wanted, but out of reach or not worth even its own minutes: known without a search. */
  readonly leftOut: readonly NotCollected[]
}

/** Lays out a depot's day: which visits, in which hours, by which vehicles, what is held where. */
export function buildProblem(input: ProblemInput): DepotProblem {
  const { depot, date, snapshot } = input
  const vehicleDays = freeVehicles(input)
  const { candidates, leftOut } = sift(input, vehicleDays)
  const bundles = bundleUp(candidates, vehicleDays)
  const points = pointsOf(depot, bundles)
  const indexes = new Map([...points.keys()].map((key, index) => [key, index]))
  const open = openHours(depot, date, snapshot.timezone)
  const zero = Math.min(open[0], ...vehicleDays.map(({ free }) => free[0]))
  const vehicleSizes = distinctSizes(vehicleDays.map(({ vehicle }) => vehicle))
  return {
    depot,
    date,
    zero,
    points: [...points.values()],
    vehicleSizes,
    vehicleDays,
    bundles: new Map(bundles.map((bundle) => [bundle.id, bundle])),
    leftOut,
    jobs: bundles.map((bundle) => jobOf(bundle, indexes.get(String(bundle.place)) ?? -1, zero)),
    vehicles: vehicleDays.map((day) => routingVehicle(day, depot, open, vehicleSizes, zero)),
    fixed: fixedStarts(input.drafts, bundles, vehicleDays),
  }
}

/** The problem with its travel times: one matrix for each of `vehicleSizes`, over `points`. */
export const withMatrices = (
  { jobs, vehicles, fixed }: DepotProblem,
  matrices: readonly TravelMatrix[],
): Problem => ({ matrices, jobs, vehicles, fixed })

function freeVehicles({ snapshot, date, depot, vehicleIds }: ProblemInput): VehicleDay[] {
  return snapshot.vehicles
    .filter(({ depotId, id }) => depotId === depot.id && (vehicleIds?.includes(id) ?? true))
    .flatMap((vehicle) => vehicleDay(vehicle, date, snapshot, snapshot.standing) ?? [])
}

function pointsOf(depot: Depot, bundles: readonly Bundle[]): Map<string, LonLat> {
  const places = [depot.location, ...bundles.map(({ place }) => place)]
  return new Map(places.map((place) => [String(place), place]))
}

function jobOf(bundle: Bundle, location: number, zero: number): Job {
  return {
    id: bundle.id,
    location,
    serviceS: bundle.serviceMs / 1000,
    load: [bundle.kg, bundle.l],
    windows: seconds(beginWindows(bundle.windows, bundle.serviceMs), zero),
    prize: bundle.prize,
    vehicleTypes: bundle.vehicleTypes,
  }
}

function routingVehicle(
  { vehicle, free, maxMs, pause }: VehicleDay,
  depot: Depot,
  open: Span,
  vehicleSizes: readonly VehicleSize[],
  zero: number,
): RoutingVehicle {
  const unloadMs = depot.unloadMin * 60_000
  return {
    id: vehicle.id,
    type: vehicle.type,
    profile: sizeIndex(vehicleSizes, vehicle),
    capacity: [vehicle.payloadKg, vehicle.volumeL],
    start: 0,
    end: 0,
    shift: inSeconds(free, zero),
    maxDurationS: maxMs / 1000,
    breaks: pause ? [{ durationS: pause.ms / 1000, windows: seconds([pause.begin], zero) }] : [],
    unloads: [
      {
        location: 0,
        serviceS: unloadMs / 1000,
        windows: seconds(beginWindows([open], unloadMs), zero),
      },
    ],
    unloadAtEnd: true,
    cost: {
      fixed: vehicle.cost.fixed,
      perM: vehicle.cost.perKm / 1000,
      perS: vehicle.cost.perHour / 3600,
    },
  }
}

function fixedStarts(
  drafts: readonly Run[],
  bundles: readonly Bundle[],
  vehicleDays: readonly VehicleDay[],
): FixedStart[] {
  const bundleOf = new Map(
    bundles.flatMap(({ id, wanted }) => wanted.map(({ container }) => [container.id, id] as const)),
  )
  const jobs = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => bundleOf.get(id) ?? []))]
  return heldStops(drafts)
    .filter(({ vehicleId }) => vehicleDays.some(({ vehicle }) => vehicle.id === vehicleId))
    .map(({ vehicleId, sequence, members }) => {
      const head = jobs(sequence)
      const rest = jobs(members).filter((id) => !head.includes(id))
      return { vehicleId, sequence: head, members: rest }
    })
}

const inSeconds = ([from, to]: Span, zero: number): Span => [
  (from - zero) / 1000,
  (to - zero) / 1000,
]
const seconds = (spans: readonly Span[], zero: number): Span[] =>
  spans.map((span) => inSeconds(span, zero))
