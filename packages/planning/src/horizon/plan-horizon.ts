import { costOf, DayRoutes } from './day-routes.ts'
import type { HorizonOptions, HorizonPlan, HorizonProblem } from './horizon-problem.ts'
import { type Choice, PatternState } from './pattern-state.ts'

/** Of the time: the rest goes into each day's routes once the patterns are settled. */
const SHARE_FOR_PATTERNS = 0.9
const FINAL_ITERATIONS = 20_000
/** Temperatures as shares of a day's mean cost. */
const T_START = 0.08
const T_END = 0.0015
const SWAPS = 0.4

/**
 * Chooses for each job the days of one of its patterns, and the routes of every day, so that all days
 * together cost least: patterns by simulated annealing, each day's routes by the routing search.
 * Synchronous: it occupies its thread until it ends.
 * @throws RangeError for a job without patterns, or a pattern beyond the days; ProblemError (routing)
 */
export function planHorizon(problem: HorizonProblem, options: HorizonOptions): HorizonPlan {
  refuseMalformed(problem)
  const routes = new DayRoutes(problem.jobs.map(({ job }) => job))
  const state = new PatternState(problem, routes)
  const until = limit(options)
  chooseFirst(state, problem)
  const { best, moves } = anneal(state, problem, options.random, until)
  state.try(best.map((pattern, job) => ({ job, pattern })))
  return settled(state, problem, routes, moves)
}

function refuseMalformed({ days, jobs }: HorizonProblem): void {
  for (const { job, patterns } of jobs) {
    if (patterns.length === 0) throw new RangeError(`job ${job.id} has no pattern of visits`)
    const beyond = patterns.flat().find((day) => !(day in days))
    if (beyond !== undefined)
      throw new RangeError(`job ${job.id}: got day ${beyond}, wanted 0 to ${days.length - 1}`)
  }
}

/** The share of the limit that is used up. */
type Elapsed = (moves: number) => number

function limit({ seconds = Number.POSITIVE_INFINITY, moves, clock }: HorizonOptions): Elapsed {
  const start = clock()
  const ms = seconds * 1000 * SHARE_FOR_PATTERNS
  return (done) => Math.max((clock() - start) / ms, done / (moves ?? Number.POSITIVE_INFINITY))
}

/** Those with the fewest ways first, each where it costs least beside those before it. */
function chooseFirst(state: PatternState, { jobs }: HorizonProblem): void {
  const order = [...jobs.keys()].toSorted(
    (a, b) => (jobs[a]?.patterns.length ?? 0) - (jobs[b]?.patterns.length ?? 0),
  )
  for (const job of order) {
    let best: { choice: Choice; cost: number } | undefined
    for (const pattern of (jobs[job]?.patterns ?? []).keys()) {
      const choice = { job, pattern }
      const { cost, undo } = state.try([choice])
      if (best === undefined || cost < best.cost) best = { choice, cost }
      undo()
    }
    if (best) state.try([best.choice])
  }
}

function anneal(
  state: PatternState,
  problem: HorizonProblem,
  random: () => number,
  elapsed: Elapsed,
): { best: readonly number[]; moves: number } {
  const free = [...problem.jobs.keys()].filter(
    (job) => (problem.jobs[job]?.patterns.length ?? 0) > 1,
  )
  let current = state.cost
  let best = { cost: current, chosen: [...state.chosen] }
  const scale = current / problem.days.length
  let moves = 0
  for (let share = elapsed(0); free.length > 0 && share < 1; share = elapsed(moves)) {
    moves++
    const temperature = scale * T_START * (T_END / T_START) ** share
    const { cost, undo } = state.try(randomMove(state, problem, free, random))
    if (cost >= current - temperature * Math.log(random())) {
      undo()
      continue
    }
    current = cost
    if (cost < best.cost) best = { cost, chosen: [...state.chosen] }
  }
  return { best: best.chosen, moves }
}

/** One job's other pattern, or two jobs' patterns exchanged where both have the same choice. */
function randomMove(
  { chosen }: PatternState,
  { jobs }: HorizonProblem,
  free: readonly number[],
  random: () => number,
): readonly Choice[] {
  const pick = () => free[Math.floor(random() * free.length)] ?? 0
  const job = pick()
  const other = pick()
  const ways = jobs[job]?.patterns.length ?? 1
  const [mine = 0, theirs = 0] = [chosen[job], chosen[other]]
  const alike = jobs[other]?.patterns.length === ways && mine !== theirs
  if (alike && random() < SWAPS)
    return [
      { job, pattern: theirs },
      { job: other, pattern: mine },
    ]
  return [{ job, pattern: (mine + 1 + Math.floor(random() * (ways - 1))) % ways }]
}

function settled(
  state: PatternState,
  { days, jobs }: HorizonProblem,
  routes: DayRoutes,
  moves: number,
): HorizonPlan {
  const solutions = days.map((day, index) => {
    const onDay = state.jobsOn(index)
    const quick = routes.routes(day, onDay, 100 + 15 * onDay.length)
    const thorough = routes.routes(day, onDay, FINAL_ITERATIONS)
    return costOf(thorough) <= costOf(quick) ? thorough : quick
  })
  return {
    days: solutions,
    patternOf: new Map(jobs.map(({ job }, index) => [job.id, state.patternOf(index)])),
    cost: solutions.reduce((sum, { cost }) => sum + cost, 0),
    unserved: solutions.reduce((sum, { unserved }) => sum + unserved.length, 0),
    moves,
  }
}
