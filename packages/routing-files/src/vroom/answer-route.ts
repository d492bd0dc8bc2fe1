// One route in VROOM's words: what the solution says of it, with loads and ways summed up again.
import type { Route, RouteStep, RoutingVehicle, TravelMatrix } from '@bakwacht/routing'
import { type BreaksOfRoute, breaksOfRoute, type HomeBreak } from './breaks-at-home.ts'
import { endOf, startOf } from './consistency.ts'
import { dimensionsIn } from './loads.ts'
import { isNowhere } from './places.ts'
import type { VroomTask } from './read-vroom.ts'
import { rounded } from './rounded.ts'
import type { VroomRoute, VroomStep } from './vroom-answer.ts'
import type { VroomBreak, VroomJob, VroomPlace, VroomVehicle } from './vroom-input.ts'

export function routeAnswer(task: VroomTask, route: Route): VroomRoute {
  const index = task.input.vehicles.findIndex(({ id }) => String(id) === route.vehicleId)
  const vehicle = task.input.vehicles[index] as VroomVehicle
  const jobs = jobsOf(task, route)
  const steps = new RouteWriter(task, index, route, jobs).steps()
  const total = (of: (step: VroomStep) => number) =>
    rounded(steps.reduce((sum, step) => sum + of(step), 0))
  const last = steps.at(-1)
  return {
    vehicle: vehicle.id,
    ...(vehicle.description !== undefined && { description: vehicle.description }),
    cost: rounded(route.cost),
    setup: total(({ setup }) => setup),
    service: total(({ service }) => service),
    duration: last?.duration ?? 0,
    waiting_time: total(({ waiting_time }) => waiting_time),
    priority: jobs.reduce((sum, { priority }) => sum + priority, 0),
    violations: [],
    delivery: sumOf(task, jobs, 'delivery'),
    pickup: sumOf(task, jobs, 'pickup'),
    steps,
    ...(last?.distance !== undefined && { distance: last.distance }),
  }
}

function jobsOf({ input }: VroomTask, { steps }: Route): VroomJob[] {
  const served = new Set(steps.flatMap((step) => (step.kind === 'job' ? [step.jobId] : [])))
  return input.jobs.filter(({ id }) => served.has(String(id)))
}

const sumOf = (
  { input }: VroomTask,
  jobs: readonly VroomJob[],
  kind: 'delivery' | 'pickup',
): number[] =>
  Array.from({ length: dimensionsIn(input) }, (_, i) =>
    rounded(jobs.reduce((sum, job) => sum + (job[kind]?.[i] ?? 0), 0)),
  )

class RouteWriter {
  readonly #task: VroomTask
  readonly #route: Route
  readonly #vehicle: VroomVehicle
  readonly #matrix: TravelMatrix
  readonly #jobOf: ReadonlyMap<string, VroomJob>
  readonly #breaks: BreaksOfRoute
  #load: readonly number[]
  #location: number
  #duration = 0
  #distance = 0
  #breaksTaken = 0

  constructor(task: VroomTask, index: number, route: Route, jobs: readonly VroomJob[]) {
    const routing = task.problem.vehicles[index] as RoutingVehicle
    this.#task = task
    this.#route = route
    this.#vehicle = task.input.vehicles[index] as VroomVehicle
    this.#matrix = task.problem.matrices[routing.profile] as TravelMatrix
    this.#jobOf = new Map(jobs.map((job) => [String(job.id), job]))
    this.#breaks = breaksOfRoute(routing.breaks, route)
    this.#load = sumOf(task, jobs, 'delivery')
    this.#location = routing.start
  }

  steps(): VroomStep[] {
    const { before, after } = this.#breaks
    const departure = this.#route.steps[0]?.departure ?? 0
    const [first] = before
    const last = after.at(-1)
    const steps = [
      ...this.#terminal('start', startOf(this.#vehicle), first?.begin ?? departure),
      ...before.map((pause) => this.#pauseAtHome(pause, pause.begin)),
    ]
    for (const step of this.#route.steps) steps.push(...this.#step(step))
    let clock = this.#route.steps.at(-1)?.arrival ?? 0
    for (const pause of after) {
      steps.push(this.#pauseAtHome(pause, clock))
      clock = pause.begin + this.#pause(pause.index).service
    }
    const ends = last === undefined ? (this.#route.steps.at(-1)?.arrival ?? 0) : clock
    return [...steps, ...this.#terminal('end', endOf(this.#vehicle), ends)]
  }

  #terminal(type: 'start' | 'end', place: VroomPlace, arrival: number): VroomStep[] {
    if (isNowhere(place)) return []
    return [{ type, ...placeIn(place), ...this.#sofar(), ...instant(arrival) }]
  }

  #step(step: RouteStep): VroomStep[] {
    this.#travelTo(step.location)
    switch (step.kind) {
      case 'start':
      case 'end':
        return []
      case 'job':
        return [this.#serve(this.#jobOf.get(step.jobId) as VroomJob, step)]
      case 'unload': {
        const place = this.#vehicle.unloads[step.place] ?? { service: 0 }
        this.#load = this.#load.map(() => 0)
        return [{ type: 'unload', ...placeIn(place), ...this.#sofar(), ...spent(step) }]
      }
      case 'break': {
        const { id, description } = this.#pause(this.#breaks.onTheRoad[this.#breaksTaken++] ?? 0)
        return [{ type: 'break', id, ...described(description), ...this.#sofar(), ...spent(step) }]
      }
    }
  }

  #serve(job: VroomJob, step: Extract<RouteStep, { kind: 'job' }>): VroomStep {
    this.#load = this.#load.map((load, i) =>
      rounded(load + (job.pickup?.[i] ?? 0) - (job.delivery?.[i] ?? 0)),
    )
    const { id, setup, service, description } = job
    return {
      ...{ type: 'job', id, ...described(description), ...placeIn(job) },
      ...{ ...this.#sofar(), ...spent(step), setup, service },
    }
  }

  #pauseAtHome({ index, begin }: HomeBreak, arrival: number): VroomStep {
    const { id, description, service } = this.#pause(index)
    const times = { arrival, begin, departure: begin + service }
    return { type: 'break', id, ...described(description), ...this.#sofar(), ...spent(times) }
  }

  #pause(index: number): VroomBreak {
    return this.#vehicle.breaks[index] as VroomBreak
  }

  #travelTo(location: number): void {
    const { size, durations } = this.#matrix
    const way = this.#location * size + location
    this.#duration += durations[way] ?? 0
    this.#distance += this.#distances?.[way] ?? 0
    this.#location = location
  }

  get #distances() {
    return this.#task.tables.get(this.#vehicle.profile)?.distances ?? null
  }

  #sofar() {
    return {
      duration: rounded(this.#duration),
      load: this.#load,
      violations: [] as const,
      ...(this.#distances !== null && { distance: rounded(this.#distance) }),
    }
  }
}

interface Times {
  readonly arrival: number
  readonly begin: number
  readonly departure: number
}

const spent = ({ arrival, begin, departure }: Times) => ({
  arrival: rounded(arrival),
  setup: 0,
  service: rounded(departure - begin),
  waiting_time: rounded(begin - arrival),
})

const instant = (at: number) => spent({ arrival: at, begin: at, departure: at })

const placeIn = ({ location, location_index }: VroomPlace) => ({
  ...(location !== undefined && { location }),
  ...(location_index !== undefined && { location_index }),
})

const described = (description: string | undefined) => ({
  ...(description !== undefined && { description }),
})
