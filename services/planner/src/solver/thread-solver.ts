import { availableParallelism } from 'node:os'
import { solveInThreads } from '@bakwacht/routing-threads'
import { type Solver, SolverStopped } from './solver.ts'

/** Of a range to 19. Whoever answers people or sensors has the processor first, wherever the two compete. */
const NICENESS = 5

/** Searches on as many threads as the machine has cores; they stand back for all else in the process. */
export function createThreadSolver({ threads = availableParallelism() } = {}): Solver {
  const stopping = new AbortController()
  const { signal } = stopping
  const refuse = () => {
    if (signal.aborted) throw new SolverStopped('the search was stopped')
  }
  return {
    name: 'sisr',
    threads,

    async solve(problem, options) {
      refuse()
      const solution = await solveInThreads(problem, {
        ...options,
        ...{ threads, signal, niceness: NICENESS },
      })
      refuse()
      return solution
    },

    async stop() {
      stopping.abort()
    },
  }
}
