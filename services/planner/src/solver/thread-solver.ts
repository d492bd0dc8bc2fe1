import { Worker } from 'node:worker_threads'
import type { Solution } from '@bakwacht/routing'
import { type Solver, SolverStopped, SolverTimeout } from './solver.ts'
import type { SolverTask } from './solver-thread.ts'

/** Beyond its seconds the search is asked to end after this, and ended after twice this. */
const GRACE_MS = 5000

/** Searches on worker threads, one for each problem. */
export function createThreadSolver({ graceMs = GRACE_MS } = {}): Solver {
  const ends = new Set<() => void>()
  let stopped = false
  return {
    name: 'sisr',

    async solve(problem, { seed, seconds }) {
      if (stopped) throw new SolverStopped('the search was stopped')
      const cancel = new SharedArrayBuffer(4)
      const task: SolverTask = { problem, seed, seconds, cancel }
      const worker = new Worker(new URL('./solver-thread.ts', import.meta.url), {
        workerData: task,
      })
      const answer = Promise.withResolvers<Solution>()
      const end = () => answer.reject(new SolverStopped('the search was stopped'))
      const ask = setTimeout(
        () => Atomics.store(new Int32Array(cancel), 0, 1),
        seconds * 1000 + graceMs,
      )
      const late = setTimeout(
        () => answer.reject(new SolverTimeout(`no answer ${seconds} s and more after the start`)),
        seconds * 1000 + 2 * graceMs,
      )
      ends.add(end)
      worker.once('message', answer.resolve)
      worker.once('error', answer.reject)
      worker.once('exit', (code) =>
        answer.reject(new Error(`the search ended without an answer, exit code ${code}`)),
      )
      try {
        return await answer.promise
      } finally {
        clearTimeout(ask)
        clearTimeout(late)
        ends.delete(end)
        await worker.terminate()
      }
    },

    async stop() {
      stopped = true
      for (const end of ends) end()
    },
  }
}
