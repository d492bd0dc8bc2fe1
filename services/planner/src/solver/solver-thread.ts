// The search on a thread of its own, so that nobody waits for it. One problem, one answer.
import { parentPort, workerData } from 'node:worker_threads'
import { type Problem, solve } from '@bakwacht/routing'

export interface SolverTask {
  readonly problem: Problem
  readonly seed: number
  readonly seconds: number
  /** One Int32: anything but 0 asks the search to end with what it has. */
  readonly cancel: SharedArrayBuffer
}

const { problem, seed, seconds, cancel } = workerData as SolverTask
const flag = new Int32Array(cancel)
const clock = () => performance.now()
const cancelled = () => Atomics.load(flag, 0) !== 0

parentPort?.postMessage(solve(problem, { seed, seconds, clock, cancelled }))
