// Refuses malformed problems. An infeasible problem is well-formed: the search answers it.
import type {
  FixedStart,
  Job,
  Problem,
  RoutingVehicle,
  TimeWindow,
  TravelMatrix,
  TravelTable,
} from './problem.ts'
import { ProblemError } from './problem-error.ts'

/** @throws ProblemError on the first thing that is malformed */
export function validate(problem: Problem): void {
  const size = problem.matrices[0]?.size ?? 0
  const loads = problem.vehicles[0]?.capacity.length ?? problem.jobs[0]?.load.length ?? 0
  problem.matrices.forEach((matrix, i) => {
    checkMatrix(`matrix ${i}`, matrix, size)
  })
  for (const job of problem.jobs) checkJob(job, size, loads)
  for (const vehicle of problem.vehicles)
    checkVehicle(vehicle, size, loads, problem.matrices.length)
  checkUnique('job', problem.jobs)
  checkUnique('vehicle', problem.vehicles)
  checkFixed(problem)
}

function checkMatrix(subject: string, matrix: TravelMatrix, size: number): void {
  if (matrix.size !== size)
    throw new ProblemError(subject, 'size', matrix.size, `${size} as the first`)
  for (const field of ['durations', 'distances'] as const) {
    const values = matrix[field]
    if (field === 'distances' && values === matrix.durations) continue
    if (values.length !== size * size)
      throw new ProblemError(subject, `${field}.length`, values.length, `${size} × ${size}`)
    const bad = firstBad(values)
    if (bad >= 0) throw new ProblemError(subject, `${field}[${bad}]`, values[bad], 'a number ≥ 0')
    for (let i = 0; i < size; i++) {
      const own = values[i * size + i]
      if (own !== 0) throw new ProblemError(subject, `${field} from ${i} to itself`, own, '0')
    }
  }
}

function firstBad(values: TravelTable): number {
  for (let i = 0; i < values.length; i++) if (!((values[i] as number) >= 0)) return i
  return -1
}

function checkJob(job: Job, size: number, loads: number): void {
  const subject = `job '${job.id}'`
  checkIndex(subject, 'location', job.location, size)
  checkAmount(subject, 'serviceS', job.serviceS)
  checkLoads(subject, 'load', job.load, loads)
  checkWindows(subject, 'windows', job.windows)
  if (job.prize !== null) checkAmount(subject, 'prize', job.prize)
  if (job.releaseS !== undefined && !Number.isFinite(job.releaseS))
    throw new ProblemError(subject, 'releaseS', job.releaseS, 'finite seconds')
}

function checkVehicle(
  vehicle: RoutingVehicle,
  size: number,
  loads: number,
  profiles: number,
): void {
  const subject = `vehicle '${vehicle.id}'`
  checkIndex(subject, 'profile', vehicle.profile, profiles)
  checkIndex(subject, 'start', vehicle.start, size)
  checkIndex(subject, 'end', vehicle.end, size)
  checkLoads(subject, 'capacity', vehicle.capacity, loads)
  checkWindows(subject, 'shift', [vehicle.shift])
  for (const field of ['maxDurationS', 'maxDriveS'] as const) {
    const most = vehicle[field] ?? null
    if (most !== null) checkAmount(subject, field, most)
  }
  for (const field of ['fixed', 'perM', 'perS'] as const)
    checkAmount(subject, `cost.${field}`, vehicle.cost[field])
  vehicle.breaks.forEach((pause, i) => {
    checkAmount(subject, `breaks[${i}].durationS`, pause.durationS)
    checkWindows(subject, `breaks[${i}].windows`, pause.windows)
    if (pause.windows.length === 0)
      throw new ProblemError(subject, `breaks[${i}].windows`, 'empty', 'at least one window')
  })
  vehicle.unloads.forEach((place, i) => {
    checkIndex(subject, `unloads[${i}].location`, place.location, size)
    checkAmount(subject, `unloads[${i}].serviceS`, place.serviceS)
    checkWindows(subject, `unloads[${i}].windows`, place.windows)
  })
}

function checkFixed({ fixed, jobs, vehicles }: Problem): void {
  const seen = new Set<string>()
  const jobIds = new Set(jobs.map((job) => job.id))
  const vehicleIds = new Set(vehicles.map((vehicle) => vehicle.id))
  checkUnique(
    'fixed start of vehicle',
    fixed.map(({ vehicleId }) => ({ id: vehicleId })),
  )
  for (const start of fixed) {
    const subject = `fixed start of vehicle '${start.vehicleId}'`
    if (!vehicleIds.has(start.vehicleId))
      throw new ProblemError(subject, 'vehicleId', start.vehicleId, 'a vehicle of the problem')
    for (const [field, jobId] of namedIn(start)) {
      if (!jobIds.has(jobId)) throw new ProblemError(subject, field, jobId, 'a job of the problem')
      if (seen.has(jobId)) throw new ProblemError(subject, field, jobId, 'a job fixed only once')
      seen.add(jobId)
    }
  }
}

const namedIn = ({ sequence, members }: FixedStart): [field: string, jobId: string][] => [
  ...sequence.map((id): [string, string] => ['sequence', id]),
  ...members.map((id): [string, string] => ['members', id]),
]

function checkUnique(kind: string, items: readonly { readonly id: string }[]): void {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(id)) throw new ProblemError(`${kind} '${id}'`, 'id', `'${id}' again`, 'unique ids')
    seen.add(id)
  }
}

function checkIndex(subject: string, field: string, got: number, length: number): void {
  if (!Number.isInteger(got) || got < 0 || got >= length)
    throw new ProblemError(subject, field, got, `an index below ${length}`)
}

function checkAmount(subject: string, field: string, got: number): void {
  if (!Number.isFinite(got) || got < 0) throw new ProblemError(subject, field, got, 'a number ≥ 0')
}

function checkLoads(subject: string, field: string, got: readonly number[], length: number): void {
  if (got.length !== length)
    throw new ProblemError(subject, `${field}.length`, got.length, `${length} as the others`)
  got.forEach((amount, i) => {
    checkAmount(subject, `${field}[${i}]`, amount)
  })
}

function checkWindows(subject: string, field: string, windows: readonly TimeWindow[]): void {
  let before = Number.NEGATIVE_INFINITY
  for (const [from, to] of windows) {
    if (!Number.isFinite(from) || !Number.isFinite(to))
      throw new ProblemError(subject, field, `[${from}, ${to}]`, 'finite seconds')
    if (from > to) throw new ProblemError(subject, field, `[${from}, ${to}]`, 'from ≤ to')
    if (from <= before)
      throw new ProblemError(subject, field, `[${from}, ${to}]`, 'windows in order, disjoint')
    before = to
  }
}
