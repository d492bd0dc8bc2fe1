// One search on a thread of its own: tells now and then how far it is, and in the end what it found.
import { parentPort, workerData } from 'node:worker_threads'
import { solve } from '@bakwacht/routing'
import type { SearchMessage, SearchTask } from './search-task.ts'

const BETWEEN_MS = 100

const { problem, seed, limit, cancel } = workerData as SearchTask
const flag = new Int32Array(cancel)
const clock = () => performance.now()
const say = (message: SearchMessage) => parentPort?.postMessage(message)

let toldAt = clock()
const solution = solve(problem, {
  ...limit,
  seed,
  clock,
  cancelled: () => Atomics.load(flag, 0) !== 0,
  onProgress: (progress) => {
    if (clock() - toldAt < BETWEEN_MS) return
    toldAt = clock()
    say({ kind: 'progress', ...progress })
  },
})
say({ kind: 'solution', solution })
