import { type Found, type Problem, type Solution, Turns, validate } from '@bakwacht/routing'
import { Crew } from './crew.ts'
import { type Given, timesAsLong } from './fair-time.ts'
import { sharedProblem } from './shared-problem.ts'
import { asFew, better, compared, joined, sharesOf } from './shares.ts'

export interface ThreadOptions {
  readonly seed: number
  readonly threads: number
  /**
   * At least one of the two. With iterations and one thread the answer is the same to the bit; with more
   * threads, seconds must be given.
   */
  readonly seconds?: number
  readonly iterations?: number
  /**
   * How many times as long it may take where others have the processor, so that its threads have the seconds all
   * the same; 1 (the default): never longer.
   */
  readonly patience?: number
  /** How far the threads stand back for everybody else: 0 (the default) to 19. */
  readonly niceness?: number
  /** Once aborted, the search ends with the best so far. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly share: number; readonly bestCost: number }) => void
}

/** Into so many stretches a search is cut, each this long at least; then the threads meet. */
const STRETCHES = 240
const SHORTEST_MS = 50

/**
 * The best solution found within the limit, beside the calling thread. Several threads each take a part of
 * the tours that lies apart, meet, and cut anew elsewhere; where several tours are annealed in turn, each thread
 * takes one of these; few routes or stops they search whole, and when they meet, the worst goes on from the best.
 * Ends within 0.2 s of the limit, which patience may put off.
 * @throws ProblemError on a malformed problem; what a search threw; SearchOverdue
 */
export async function solveInThreads(problem: Problem, options: ThreadOptions): Promise<Solution> {
  validate(problem)
  const { seed, threads, seconds, patience = 1, niceness = 0, signal } = options
  const cancel = new SharedArrayBuffer(4)
  const alone = threads === 1 || seconds === undefined
  const beganAt = now()
  const start = { problem: sharedProblem(problem), seed, niceness, cancel }
  const crew = new Crew(start, alone ? 1 : threads)
  const stop = () => {
    Atomics.store(new Int32Array(cancel), 0, 1)
    crew.expectEndIn(0)
  }
  if (seconds !== undefined) crew.expectEndIn(seconds * 1000 * patience)
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop)
  try {
    if (alone) return await solveAlone(crew, options)
    return await solveTogether(crew, problem, { ...options, seconds }, beganAt)
  } finally {
    signal?.removeEventListener('abort', stop)
    await crew.end()
  }
}

/** Comparable between threads. */
const now = () => performance.timeOrigin + performance.now()

async function solveAlone(crew: Crew, options: ThreadOptions): Promise<Solution> {
  const { seconds, iterations, patience = 1, onProgress } = options
  const limit = {
    ...(seconds !== undefined && { seconds }),
    ...(iterations !== undefined && { iterations }),
  }
  return (await crew.ask(0, { kind: 'solve', limit, patience }, 'solution', onProgress)).solution
}

async function solveTogether(
  crew: Crew,
  problem: Problem,
  options: ThreadOptions & { readonly seconds: number },
  beganAt: number,
): Promise<Solution> {
  const { threads, seconds, patience = 1, seed, signal, onProgress } = options
  const stretchMs = Math.max(SHORTEST_MS, (seconds * 1000) / STRETCHES)
  const built = await crew.ask(0, { kind: 'build', beganAt }, 'built')
  const { found, meanArc, branching } = built
  let { given } = built
  const end = () => beganAt + seconds * 1000 * timesAsLong(given, patience)
  let endsAt = end()
  const turns = new Turns(problem.jobs.length, branching, threads)
  let best = found
  let from: readonly Found[] = [found]
  let iterations = 0
  for (let round = 0; now() < endsAt && signal?.aborted !== true; round++) {
    if (!turns.haveBegun) from = asFew(from, threads)
    const until = Math.min(endsAt, now() + stretchMs)
    const results = await Promise.all(
      sharesOf(from, threads, seed + round).map((share, thread) => {
        const order = { kind: 'search', ...share, meanArc, beganAt, endsAt, until } as const
        return crew.ask(thread, order, 'searched')
      }),
    )
    iterations += results.reduce((sum, result) => sum + result.iterations, 0)
    given = results.map((result) => result.given).reduce(added, given)
    endsAt = end()
    const share = Math.min(1, (now() - beganAt) / (endsAt - beganAt))
    const reached = joined(results, from.length)
    best = reached.map((tour) => tour.best).reduce(better, best)
    const current = reached.map((tour) => tour.current)
    const next = turns.isOver({ share }) ? turns.pass({ share, iterations }, () => current) : null
    from = next ?? (turns.haveBegun ? current : compared(current))
    onProgress?.({ share, bestCost: best.cost })
  }
  const run = { iterations, seconds: (now() - beganAt) / 1000, seed }
  return (await crew.ask(0, { kind: 'finish', best, run }, 'solution')).solution
}

const added = (a: Given, b: Given): Given => ({
  computedMs: a.computedMs + b.computedMs,
  tookMs: a.tookMs + b.tookMs,
})
