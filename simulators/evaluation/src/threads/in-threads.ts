// Experiments spread over threads; each thread takes the next one that waits.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Experiment } from '../year/experiment.ts'
import type { PolicyYear } from '../year/policy-year.ts'
import type { Answer } from './answer.ts'

export interface Threads {
  readonly count: number
  readonly signal: AbortSignal
  readonly onYear: (year: PolicyYear) => void
}

/**
 * @returns the years in the order of the experiments, whoever made them
 * @throws Error with what a thread said, or the signal's reason
 */
export async function inThreads(
  experiments: readonly Experiment[],
  { count, signal, onYear }: Threads,
): Promise<readonly PolicyYear[]> {
  const years: PolicyYear[] = []
  const waiting = [...experiments.entries()]
  const workers = Array.from(
    { length: Math.min(count, experiments.length) },
    () => new Worker(new URL('./year-thread.ts', import.meta.url)),
  )
  try {
    await Promise.all(workers.map(work))
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return years

  async function work(worker: Worker): Promise<void> {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [place, experiment] = next
      worker.postMessage(experiment)
      const [answer] = (await once(worker, 'message', { signal })) as [Answer]
      if (answer.kind === 'failed')
        throw new Error(`${experiment.policy}, seed ${experiment.seed}: ${answer.why}`)
      years[place] = answer.year
      onYear(answer.year)
    }
  }
}
