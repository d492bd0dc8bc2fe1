import type { Route, Solution } from '@bakwacht/routing'
import { routeAnswer } from './answer-route.ts'
import type { VroomTask } from './read-vroom.ts'
import { rounded } from './rounded.ts'
import type { VroomAnswer, VroomRoute, VroomUnassigned } from './vroom-answer.ts'

/** @param loadingMs how long the file took to read */
export function answerOf(task: VroomTask, solution: Solution, loadingMs: number): VroomAnswer {
  const routes = solution.routes.map((route: Route) => routeAnswer(task, route))
  const unassigned = unassignedIn(task, solution)
  return {
    code: 0,
    summary: {
      ...totalsOf(routes),
      routes: routes.length,
      unassigned: unassigned.length,
      unassigned_cost: prizesOf(task, unassigned),
      computing_times: {
        loading: Math.round(loadingMs),
        solving: Math.round(solution.seconds * 1000),
      },
    },
    travel_times: task.travelTimes,
    iterations: solution.iterations,
    unassigned,
    routes,
  }
}

function totalsOf(routes: readonly VroomRoute[]) {
  const sum = (of: (route: VroomRoute) => number) =>
    rounded(routes.reduce((total, route) => total + of(route), 0))
  const amounts = (of: (route: VroomRoute) => readonly number[]) =>
    (routes[0] === undefined ? [] : of(routes[0])).map((_, i) => sum((route) => of(route)[i] ?? 0))
  return {
    cost: sum(({ cost }) => cost),
    setup: sum(({ setup }) => setup),
    service: sum(({ service }) => service),
    duration: sum(({ duration }) => duration),
    waiting_time: sum(({ waiting_time }) => waiting_time),
    priority: sum(({ priority }) => priority),
    violations: [] as const,
    delivery: amounts(({ delivery }) => delivery),
    pickup: amounts(({ pickup }) => pickup),
    ...(routes.every(({ distance }) => distance !== undefined) && {
      distance: sum(({ distance = 0 }) => distance),
    }),
  }
}

function unassignedIn({ input }: VroomTask, { unserved }: Solution): VroomUnassigned[] {
  const reasons = new Map(unserved.map(({ jobId, reason }) => [jobId, reason]))
  return input.jobs.flatMap(({ id, description, location, location_index, prize }) => {
    const reason = reasons.get(String(id))
    if (reason === undefined) return []
    return {
      id,
      type: 'job',
      ...(description !== undefined && { description }),
      ...(location !== undefined && { location }),
      ...(location_index !== undefined && { location_index }),
      // A job without a prize is never left out for money, whatever stood in for its priority.
      reason: prize === undefined && reason === 'not_worth_detour' ? 'no_room' : reason,
    }
  })
}

function prizesOf({ input }: VroomTask, unassigned: readonly VroomUnassigned[]): number {
  const left = new Set(unassigned.map(({ id }) => id))
  return rounded(
    input.jobs.reduce((sum, { id, prize = 0 }) => (left.has(id) ? sum + prize : sum), 0),
  )
}
