import { Worker } from 'node:worker_threads'
import type { Answer, Order, Start } from './task.ts'

type Progress = Extract<Answer, { kind: 'progress' }>
type Result = Exclude<Answer, Progress>

/** Threads that search, each with a seed of its own, from `seed` on. */
export class Crew {
  readonly #workers: readonly Worker[]

  constructor(start: Start, threads: number) {
    this.#workers = Array.from(
      { length: threads },
      (_, i) =>
        new Worker(new URL('./search-thread.ts', import.meta.url), {
          workerData: { ...start, seed: start.seed + i } satisfies Start,
        }),
    )
  }

  /** @throws what the thread threw */
  async ask<Kind extends Result['kind']>(
    thread: number,
    order: Order,
    kind: Kind,
    onProgress?: (progress: Progress) => void,
  ): Promise<Extract<Result, { kind: Kind }>> {
    const worker = this.#workers[thread]
    if (worker === undefined) throw new Error(`got thread ${thread} of ${this.#workers.length}`)
    const answer = Promise.withResolvers<Extract<Result, { kind: Kind }>>()
    const hear = (message: Answer) => {
      if (message.kind === 'progress') onProgress?.(message)
      else if (message.kind === kind) answer.resolve(message as Extract<Result, { kind: Kind }>)
      else answer.reject(new Error(`a search's thread answered ${message.kind} for ${kind}`))
    }
    const end = (code: number) =>
      answer.reject(new Error(`the search ended without an answer, exit code ${code}`))
    worker.on('message', hear)
    worker.once('error', answer.reject)
    worker.once('exit', end)
    worker.postMessage(order)
    try {
      return await answer.promise
    } finally {
      worker.off('message', hear)
      worker.off('error', answer.reject)
      worker.off('exit', end)
    }
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}
