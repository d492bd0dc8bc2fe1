// Who serves what: every job once or reported, by a vehicle that may, fixed parts where they belong.
import type { Job, Problem, RoutingVehicle } from '../problem.ts'
import type { Route, Solution } from '../solution.ts'
import type { Complain } from './violation.ts'

export function checkAssignment(problem: Problem, solution: Solution, complain: Complain): void {
  checkVehicles(problem, solution, complain)
  checkEachJobOnce(problem, solution, complain)
  checkTypes(problem, solution, complain)
  checkReasons(problem, solution, complain)
  checkFixed(problem, solution, complain)
}

const servedBy = (route: Route): string[] =>
  route.steps.flatMap((step) => (step.kind === 'job' ? [step.jobId] : []))

function checkVehicles({ vehicles }: Problem, { routes }: Solution, complain: Complain): void {
  const used = new Set<string>()
  for (const { vehicleId } of routes) {
    const about = { vehicleId, jobId: null }
    if (!vehicles.some(({ id }) => id === vehicleId))
      complain({ kind: 'unknown_id', ...about, message: `no vehicle '${vehicleId}'` })
    if (used.has(vehicleId))
      complain({ kind: 'vehicle_used_twice', ...about, message: `two routes of '${vehicleId}'` })
    used.add(vehicleId)
  }
}

function checkEachJobOnce(problem: Problem, solution: Solution, complain: Complain): void {
  const mentions = new Map(problem.jobs.map(({ id }): [string, number] => [id, 0]))
  const mention = (jobId: string, vehicleId: string | null) => {
    const before = mentions.get(jobId)
    if (before === undefined)
      complain({ kind: 'unknown_id', vehicleId, jobId, message: `no job '${jobId}'` })
    else mentions.set(jobId, before + 1)
    if (before !== undefined && before > 0)
      complain({
        kind: 'served_twice',
        vehicleId,
        jobId,
        message: `job '${jobId}' is served or reported more than once`,
      })
  }
  for (const route of solution.routes)
    for (const jobId of servedBy(route)) mention(jobId, route.vehicleId)
  for (const { jobId } of solution.unserved) mention(jobId, null)
  for (const [jobId, times] of mentions)
    if (times === 0)
      complain({
        kind: 'unaccounted',
        vehicleId: null,
        jobId,
        message: `job '${jobId}' is neither served nor reported`,
      })
}

function checkTypes({ jobs, vehicles }: Problem, { routes }: Solution, complain: Complain): void {
  const jobOf = new Map(jobs.map((job): [string, Job] => [job.id, job]))
  const vehicleOf = new Map(vehicles.map((v): [string, RoutingVehicle] => [v.id, v]))
  for (const route of routes) {
    const type = vehicleOf.get(route.vehicleId)?.type
    for (const jobId of servedBy(route)) {
      const types = jobOf.get(jobId)?.vehicleTypes ?? null
      if (type !== undefined && types !== null && !types.includes(type))
        complain({
          kind: 'vehicle_type',
          vehicleId: route.vehicleId,
          jobId,
          message: `job '${jobId}' allows ${types.join(', ')}, not ${type}`,
        })
    }
  }
}

/** A mandatory job is never left out for money. */
function checkReasons({ jobs, fixed }: Problem, { unserved }: Solution, complain: Complain): void {
  const mandatory = new Set([
    ...jobs.flatMap(({ id, prize }) => (prize === null ? [id] : [])),
    ...fixed.flatMap(({ sequence, members }) => [...sequence, ...members]),
  ])
  for (const { jobId, reason } of unserved)
    if (reason === 'not_worth_detour' && mandatory.has(jobId))
      complain({
        kind: 'reason',
        vehicleId: null,
        jobId,
        message: `mandatory job '${jobId}' is left out as ${reason}`,
      })
}

/** What of a fixed sequence is served leads its route in order; members are on their vehicle. */
function checkFixed({ fixed }: Problem, { routes }: Solution, complain: Complain): void {
  for (const { vehicleId, sequence, members } of fixed) {
    const own = routes.filter((route) => route.vehicleId === vehicleId).flatMap(servedBy)
    const elsewhere = routes.filter((route) => route.vehicleId !== vehicleId).flatMap(servedBy)
    for (const jobId of elsewhere)
      if (sequence.includes(jobId) || members.includes(jobId))
        complain({
          kind: 'fixed',
          vehicleId,
          jobId,
          message: `job '${jobId}' belongs to vehicle '${vehicleId}'`,
        })
    const expected = sequence.filter((jobId) => own.includes(jobId))
    const wrong = expected.find((jobId, i) => own[i] !== jobId)
    if (wrong !== undefined)
      complain({
        kind: 'fixed',
        vehicleId,
        jobId: wrong,
        message: `the route begins ${own.slice(0, expected.length).join(', ')}, fixed is ${expected.join(', ')}`,
      })
  }
}
