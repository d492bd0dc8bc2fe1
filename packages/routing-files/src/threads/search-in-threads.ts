import { Worker } from 'node:worker_threads'
import type { Problem, Solution } from '@bakwacht/routing'
import type { SearchMessage, SearchTask } from './search-task.ts'

export interface SearchOptions {
  readonly seed: number
  readonly threads: number
  /** At least one of the two; with iterations and one thread the answer is the same to the bit. */
  readonly seconds?: number
  readonly iterations?: number
  /** Once aborted, the search ends with the best so far. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly share: number; readonly bestCost: number }) => void
}

/**
 * Searches beside the calling thread. Several threads search independently, from seed, seed + 1, …;
 * the best answer counts, with the iterations of all.
 * @throws what the search threw
 */
export async function searchInThreads(problem: Problem, options: SearchOptions): Promise<Solution> {
  const cancel = new SharedArrayBuffer(4)
  const stop = () => Atomics.store(new Int32Array(cancel), 0, 1)
  const { signal, threads, seed, seconds, iterations } = options
  const limit = {
    ...(seconds !== undefined && { seconds }),
    ...(iterations !== undefined && { iterations }),
  }
  if (signal?.aborted === true) stop()
  signal?.addEventListener('abort', stop)
  let bestCost = Number.POSITIVE_INFINITY
  try {
    const solutions = await Promise.all(
      Array.from({ length: threads }, (_, i) =>
        searched({ problem, seed: seed + i, limit, cancel }, (progress) => {
          bestCost = Math.min(bestCost, progress.bestCost)
          options.onProgress?.({ share: progress.share, bestCost })
        }),
      ),
    )
    return bestOf(problem, solutions)
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}

async function searched(
  task: SearchTask,
  onProgress: NonNullable<SearchOptions['onProgress']>,
): Promise<Solution> {
  const worker = new Worker(new URL('./search-thread.ts', import.meta.url), { workerData: task })
  const answer = Promise.withResolvers<Solution>()
  worker.on('message', (message: SearchMessage) => {
    if (message.kind === 'progress') onProgress(message)
    else answer.resolve(message.solution)
  })
  worker.once('error', answer.reject)
  worker.once('exit', (code) =>
    answer.reject(new Error(`the search ended without an answer, exit code ${code}`)),
  )
  try {
    return await answer.promise
  } finally {
    await worker.terminate()
  }
}

/** Fewest mandatory jobs left out, then cheapest. */
function bestOf({ jobs }: Problem, solutions: readonly Solution[]): Solution {
  const mandatory = new Set(jobs.flatMap(({ id, prize }) => (prize === null ? [id] : [])))
  const missing = ({ unserved }: Solution) =>
    unserved.filter(({ jobId }) => mandatory.has(jobId)).length
  const [best] = solutions.toSorted((a, b) => missing(a) - missing(b) || a.cost - b.cost)
  if (best === undefined) throw new Error('got 0 threads, wanted at least 1')
  return { ...best, iterations: solutions.reduce((sum, { iterations }) => sum + iterations, 0) }
}
