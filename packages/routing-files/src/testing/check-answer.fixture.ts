// Judges an answer by the VROOM input alone: what its API documents, computed again.
import type { VroomAnswer, VroomRoute, VroomStep } from '../vroom/vroom-answer.ts'
import { type VroomInput, vroomInput } from '../vroom/vroom-input.ts'

type Vehicle = VroomInput['vehicles'][number]
type Windows = readonly (readonly [number, number])[]

const within = (at: number, windows: Windows | undefined) =>
  windows === undefined || windows.some(([from, to]) => at >= from - 0.01 && at <= to + 0.01)
const differ = (a: number, b: number) => Math.abs(a - b) > 0.01

/** Every rule that is broken, in words. For inputs with matrices and a start and end for each vehicle. */
export function answerFaults(text: string, answer: VroomAnswer): string[] {
  const input = vroomInput.parse(JSON.parse(text))
  const served = answer.routes.flatMap(({ steps }) =>
    steps.flatMap(({ type, id }) => (type === 'job' ? [id] : [])),
  )
  const told = [...served, ...answer.unassigned.map(({ id }) => id)].sort()
  const faults = answer.routes.flatMap((route) => {
    const vehicle = input.vehicles.find(({ id }) => id === route.vehicle)
    return vehicle === undefined
      ? [`no vehicle ${route.vehicle}`]
      : routeFaults(input, vehicle, route)
  })
  if (
    told.join() !==
    input.jobs
      .map(({ id }) => id)
      .sort()
      .join()
  )
    faults.push(`tells of ${told}`)
  const cost = answer.routes.reduce((sum, route) => sum + route.cost, 0)
  if (differ(cost, answer.summary.cost)) faults.push(`costs ${cost}, says ${answer.summary.cost}`)
  return faults
}

function routeFaults(input: VroomInput, vehicle: Vehicle, route: VroomRoute): string[] {
  const { steps } = route
  const faults: string[] = []
  const complain = (step: VroomStep, what: string) =>
    faults.push(`vehicle ${vehicle.id}, ${step.type} ${step.id ?? ''}: ${what}`)
  const durations = input.matrices?.[vehicle.profile]?.durations as number[][]
  const costs = input.matrices?.[vehicle.profile]?.costs as number[][] | undefined
  const distances = input.matrices?.[vehicle.profile]?.distances as number[][] | undefined
  const amounts = vehicle.capacity?.length ?? 0

  let at = vehicle.start_index ?? 0
  let driven = 0
  let ahead = 0
  let cost = vehicle.costs.fixed
  let clock = steps[0]?.arrival ?? Number.NaN
  let load: number[] = Array.from({ length: amounts }, (_, i) => brought(i))
  for (const step of steps) {
    const to = step.location_index ?? at
    const way = (durations[at]?.[to] ?? Number.NaN) / vehicle.speed_factor - ahead
    // A break has no place of its own: how far it is on the way is told by the travel up to it.
    const seconds = step.type === 'break' ? step.duration - driven : way
    ahead = step.type === 'break' ? ahead + seconds : 0
    cost += costOf(at, to)
    driven += seconds
    at = to
    if (differ(driven, step.duration)) complain(step, `drove ${driven}, says ${step.duration}`)
    if (step.arrival < clock + seconds - 0.01)
      complain(step, `is there at ${step.arrival}, can be at ${clock + seconds}`)
    const begin = step.arrival + step.waiting_time
    checkTask(step, begin)
    clock = begin + step.setup + step.service
  }
  const [from, until] = vehicle.time_window ?? [0, Number.POSITIVE_INFINITY]
  if ((steps[0]?.arrival ?? 0) < from - 0.01) faults.push('starts before its shift')
  if (clock > until + 0.01) faults.push(`ends at ${clock}, after its shift (${until})`)
  if (differ(driven, route.duration)) faults.push(`drives ${driven}, says ${route.duration}`)
  if (driven > (vehicle.max_travel_time ?? Number.POSITIVE_INFINITY) + 0.01)
    faults.push(`drives ${driven} of ${vehicle.max_travel_time}`)
  if (differ(cost, route.cost)) faults.push(`costs ${cost}, says ${route.cost}`)
  const jobs = steps.filter(({ type }) => type === 'job').length
  if (jobs > (vehicle.max_tasks ?? Number.POSITIVE_INFINITY)) faults.push(`has ${jobs} tasks`)
  const breaks = steps.flatMap(({ type, id }) => (type === 'break' ? [id] : []))
  if (breaks.join() !== vehicle.breaks.map(({ id }) => id).join()) faults.push(`breaks: ${breaks}`)
  return faults

  function costOf(from: number, to: number): number {
    const seconds = (durations[from]?.[to] ?? 0) / vehicle.speed_factor
    const metres = distances?.[from]?.[to] ?? 0
    const { per_hour, per_km } = vehicle.costs
    return costs?.[from]?.[to] ?? (seconds * per_hour) / 3600 + (metres * per_km) / 1000
  }

  function brought(i: number): number {
    const ids = steps.flatMap(({ type, id }) => (type === 'job' ? [id] : []))
    const own = input.jobs.filter(({ id }) => ids.includes(id))
    return own.reduce((sum, { delivery }) => sum + (delivery?.[i] ?? 0), 0)
  }

  function checkTask(step: VroomStep, begin: number): void {
    if (step.type === 'break') {
      const pause = vehicle.breaks.find(({ id }) => id === step.id)
      if (step.service !== pause?.service || !within(begin, pause.time_windows))
        complain(step, `begins at ${begin} for ${step.service} s`)
    }
    if (step.type === 'unload') {
      const place = vehicle.unloads.find(({ location_index: index }) => index === at)
      if (place === undefined || step.service !== place.service) complain(step, 'is no such place')
      if (!within(begin, place?.time_windows)) complain(step, `begins at ${begin}`)
      load = load.map(() => 0)
    }
    if (step.type === 'job') {
      const job = input.jobs.find(({ id }) => id === step.id)
      if (job === undefined || step.location_index !== job.location_index)
        return void complain(step, 'is no such job')
      if (step.service !== job.service || step.setup !== job.setup)
        complain(step, 'takes other time')
      if (!within(begin, job.time_windows)) complain(step, `begins at ${begin}`)
      if (!job.skills.every((skill) => vehicle.skills.includes(skill))) complain(step, 'no skills')
      load = load.map((amount, i) => amount + (job.pickup?.[i] ?? 0) - (job.delivery?.[i] ?? 0))
    }
    load.forEach((amount, i) => {
      if (amount > (vehicle.capacity?.[i] ?? 0) + 0.01) complain(step, `carries ${amount}`)
      if (differ(amount, step.load[i] ?? Number.NaN))
        complain(step, `says it carries ${step.load[i]}`)
    })
  }
}
