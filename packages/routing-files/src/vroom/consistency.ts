// What one key alone cannot say: ids that are unique, amounts that go together, places that exist.
import type { VroomInput, VroomPlace } from './vroom-input.ts'

export type Fail = (path: string, got: unknown, wanted: string) => never

export function checkConsistency(input: VroomInput, fail: Fail): void {
  checkUnique('jobs', input.jobs, fail)
  checkUnique('vehicles', input.vehicles, fail)
  input.vehicles.forEach(({ breaks }, i) => {
    checkUnique(`vehicles[${i}].breaks`, breaks, fail)
  })
  checkAmounts(input, fail)
  checkKinds(input, fail)
  checkPlaces(input, fail)
  checkSetups(input, fail)
  checkTogether(input, fail)
}

function checkUnique(path: string, items: readonly { readonly id: number }[], fail: Fail): void {
  const seen = new Set<number>()
  items.forEach(({ id }, i) => {
    if (seen.has(id)) fail(`${path}[${i}].id`, id, 'an id that no other has')
    seen.add(id)
  })
}

function checkAmounts({ jobs, vehicles }: VroomInput, fail: Fail): void {
  let length: number | undefined
  const check = (path: string, amounts: readonly number[] | undefined) => {
    if (amounts === undefined) return
    length ??= amounts.length
    if (amounts.length !== length)
      fail(path, amounts, `${length} amounts, as many as wherever else`)
  }
  vehicles.forEach(({ capacity }, i) => {
    check(`vehicles[${i}].capacity`, capacity)
  })
  jobs.forEach(({ delivery, pickup }, i) => {
    check(`jobs[${i}].delivery`, delivery)
    check(`jobs[${i}].pickup`, pickup)
  })
}

/** What is brought and what is fetched share the room in time, which a sum of loads cannot say. */
function checkKinds({ jobs, vehicles }: VroomInput, fail: Fail): void {
  const fetched = jobs.map(({ pickup = [] }) => pickup)
  jobs.forEach(({ delivery = [] }, i) => {
    delivery.forEach((amount, dimension) => {
      const path = `jobs[${i}].delivery[${dimension}]`
      if (amount > 0 && fetched.some((pickup) => (pickup[dimension] ?? 0) > 0))
        fail(path, amount, '0, as other jobs have a pickup there: mixing them is not supported')
      if (amount > 0 && vehicles.some(({ unloads }) => unloads.length > 0))
        fail(path, amount, '0, as there are unloads, which empty the vehicle')
    })
  })
}

function checkPlaces({ jobs, vehicles, matrices }: VroomInput, fail: Fail): void {
  const sizes = Object.values(matrices ?? {}).map(({ durations }) => durations.length)
  const size = Math.min(...sizes)
  const check = (path: string, indexPath: string, place: VroomPlace) => {
    const { location, location_index: index } = place
    if (matrices === undefined && location === undefined)
      fail(path, undefined, 'coordinates, as there are no matrices')
    if (matrices !== undefined && !(index !== undefined && index < size))
      fail(indexPath, index, `an index into the matrices, below ${size}`)
  }
  jobs.forEach((job, i) => {
    check(`jobs[${i}].location`, `jobs[${i}].location_index`, job)
  })
  vehicles.forEach((vehicle, i) => {
    const path = `vehicles[${i}]`
    const { start, start_index, end, end_index } = vehicle
    const starts = start !== undefined || start_index !== undefined
    const ends = end !== undefined || end_index !== undefined
    if (!starts && !ends) fail(`${path}.start`, undefined, 'a start, an end, or both')
    if (starts)
      check(`${path}.start`, `${path}.start_index`, {
        location: start,
        location_index: start_index,
      })
    if (ends)
      check(`${path}.end`, `${path}.end_index`, { location: end, location_index: end_index })
    vehicle.unloads.forEach((place, j) => {
      check(`${path}.unloads[${j}].location`, `${path}.unloads[${j}].location_index`, place)
    })
  })
}

/** A set-up that depends on where one comes from would not fit a job's own time. */
function checkSetups({ jobs, vehicles }: VroomInput, fail: Fail): void {
  if (jobs.every(({ setup }) => setup === 0)) return
  const used = new Map<string, number>()
  const use = (place: string) => used.set(place, (used.get(place) ?? 0) + 1)
  for (const job of jobs) use(placeKey(job))
  const places = vehicles.flatMap((vehicle) => [startOf(vehicle), ...vehicle.unloads])
  for (const key of new Set(places.map(placeKey))) use(key)
  jobs.forEach((job, i) => {
    if (job.setup > 0 && (used.get(placeKey(job)) ?? 0) > 1)
      fail(
        `jobs[${i}].setup`,
        job.setup,
        '0, as something else is at the same place: a set-up once for several is not supported',
      )
  })
}

function checkTogether({ jobs, vehicles, matrices }: VroomInput, fail: Fail): void {
  jobs.forEach(({ prize, priority }, i) => {
    if (prize !== undefined && priority > 0)
      fail(`jobs[${i}].priority`, priority, '0, as the job has a prize')
  })
  vehicles.forEach(({ max_tasks, unloads, profile, costs }, i) => {
    if (max_tasks !== undefined && unloads.length > 0)
      fail(`vehicles[${i}].max_tasks`, max_tasks, 'no such key, as the vehicle has unloads')
    if (matrices === undefined) return
    const own = Object.hasOwn(matrices, profile) ? matrices[profile] : undefined
    if (own === undefined)
      fail(
        `vehicles[${i}].profile`,
        profile,
        `one of matrices: ${Object.keys(matrices).join(', ')}`,
      )
    if (costs.per_km > 0 && own?.distances === undefined)
      fail(`matrices.${profile}.distances`, undefined, 'distances, as a vehicle costs per_km')
    if (own?.costs !== undefined && (costs.per_km !== 0 || costs.per_hour !== 3600))
      fail(`vehicles[${i}].costs`, costs, 'fixed alone, as its profile has a matrix of costs')
  })
}

export const startOf = ({ start, start_index }: VroomInput['vehicles'][number]): VroomPlace => ({
  location: start,
  location_index: start_index,
})

export const endOf = ({ end, end_index }: VroomInput['vehicles'][number]): VroomPlace => ({
  location: end,
  location_index: end_index,
})

/** The same for what is at the same place. */
export const placeKey = ({ location, location_index }: VroomPlace): string =>
  location_index === undefined ? `at ${location?.join(' ')}` : String(location_index)
