import type { Job, Problem, RoutingVehicle, TimeWindow, TravelMatrix } from '@bakwacht/routing'
import { RoutingFileError } from '../routing-file-error.ts'
import { breakWindows } from './break-windows.ts'
import { endOf, startOf } from './consistency.ts'
import { type Loads, loadsIn } from './loads.ts'
import { parseVroom } from './parse-vroom.ts'
import { type Places, placesIn } from './places.ts'
import { searchPrizes } from './priorities.ts'
import {
  coordinatesOf,
  estimatedTables,
  givenTables,
  type ProfileTables,
  type Travel,
  travelOf,
} from './travel.ts'
import type { VroomInput, VroomJob, VroomVehicle } from './vroom-input.ts'

/** `[lon, lat]` of each place → seconds and metres between them. */
export type Estimate = (
  points: readonly (readonly [lon: number, lat: number])[],
) => Promise<TravelMatrix>

/** A VROOM file, and the problem that it poses. Job and vehicle ids are the file's, as text. */
export interface VroomTask {
  readonly input: VroomInput
  readonly problem: Problem
  /** Metres between the problem's locations, by vehicle profile. */
  readonly tables: ReadonlyMap<string, Pick<ProfileTables, 'distances'>>
  readonly travelTimes: 'given' | 'estimate'
}

/** VROOM's own: a vehicle without a time window may be out at any time that it can count. */
const ANY_TIME: TimeWindow = [0, 2 ** 32 - 1]

/** @throws RoutingFileError naming the path */
export async function readVroom(
  file: string,
  text: string,
  estimate: Estimate,
): Promise<VroomTask> {
  const input = parseVroom(file, text)
  const { jobs, vehicles, matrices } = input
  const places = placesIn(input)
  const tables =
    matrices === undefined
      ? estimatedTables(await estimate(places.all.map(coordinatesOf)), vehicles, places)
      : givenTables(file, matrices, places)
  const travel = travelOf(vehicles, tables, places)
  const loads = loadsIn(input)
  const prizes = searchPrizes(jobs, mostCost(input, travel))
  const problem: Problem = {
    matrices: travel.matrices,
    jobs: jobs.map((job, i) => jobOf(input, job, prizes[i] ?? null, places, loads)),
    vehicles: vehicles.map((vehicle, i) => ({
      ...vehicleOf(vehicle, places, loads),
      profile: travel.profiles[i] ?? 0,
      breaks: breaksOf(file, vehicle, i),
    })),
    fixed: [],
  }
  return { input, problem, tables, travelTimes: matrices === undefined ? 'estimate' : 'given' }
}

function jobOf(
  { vehicles }: VroomInput,
  job: VroomJob,
  prize: number | null,
  places: Places,
  loads: Loads,
): Job {
  return {
    id: String(job.id),
    location: places.numberOf(job),
    // Nothing else is at its place where there is a set-up, so it is always due.
    serviceS: job.setup + job.service,
    load: loads.of(job),
    windows: job.time_windows ?? [],
    prize,
    vehicleTypes:
      job.skills.length === 0
        ? null
        : vehicles.filter((vehicle) => isSkilled(vehicle, job)).map(typeOf),
  }
}

const isSkilled = ({ skills }: VroomVehicle, job: VroomJob): boolean =>
  job.skills.every((skill) => skills.includes(skill))

/** Vehicles of the same skills are of one type. */
const typeOf = ({ skills }: VroomVehicle): string =>
  [...new Set(skills)].sort((a, b) => a - b).join(' ')

const shiftOf = ({ time_window }: VroomVehicle): TimeWindow => time_window ?? ANY_TIME

function vehicleOf(
  vehicle: VroomVehicle,
  places: Places,
  loads: Loads,
): Omit<RoutingVehicle, 'profile' | 'breaks'> {
  return {
    id: String(vehicle.id),
    type: typeOf(vehicle),
    capacity: loads.capacityOf(vehicle),
    start: places.numberOf(startOf(vehicle)),
    end: places.numberOf(endOf(vehicle)),
    shift: shiftOf(vehicle),
    maxDurationS: null,
    maxDriveS: vehicle.max_travel_time ?? null,
    unloads: vehicle.unloads.map((place) => ({
      location: places.numberOf(place),
      serviceS: place.service,
      windows: place.time_windows ?? [],
    })),
    unloadAtEnd: false,
    cost: { fixed: vehicle.costs.fixed, perM: 1, perS: 0 },
  }
}

function breaksOf(file: string, vehicle: VroomVehicle, index: number) {
  const windows = breakWindows(vehicle.breaks, shiftOf(vehicle))
  return vehicle.breaks.map(({ service, time_windows }, i) => {
    const open = windows[i] ?? []
    if (open.length === 0)
      throw new RoutingFileError(
        file,
        `vehicles[${index}].breaks[${i}].time_windows`,
        time_windows,
        `a break of ${service} s within the shift [${shiftOf(vehicle).join(', ')}], after those before it`,
      )
    return { durationS: service, windows: open }
  })
}

/** Every job reached and every vehicle brought home by the dearest way, with a visit to unload each. */
function mostCost({ jobs, vehicles }: VroomInput, { matrices }: Travel): number {
  let dearest = 0
  for (const { distances } of matrices)
    for (const cost of distances) dearest = Math.max(dearest, cost)
  const fixed = vehicles.reduce((sum, { costs }) => sum + costs.fixed, 0)
  const prizes = jobs.reduce((sum, { prize = 0 }) => sum + prize, 0)
  return fixed + prizes + (2 * jobs.length + vehicles.length) * dearest
}
