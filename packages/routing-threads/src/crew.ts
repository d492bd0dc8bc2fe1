import { Worker } from 'node:worker_threads'
import type { Answer, Order, Start } from './task.ts'

type Progress = Extract<Answer, { kind: 'progress' }>
type Result = Exclude<Answer, Progress>

/** A search that has not ended this long after it should have will never end. */
const OVERDUE_MS = 10_000

/** The search went on long after its time. */
export class SearchOverdue extends Error {
  readonly code = 'SEARCH_OVERDUE'
}

/** Threads that search, each with a seed of its own, from `seed` on. */
export class Crew {
  readonly #workers: readonly Worker[]
  readonly #unanswered = new Set<(why: Error) => void>()
  #patience: NodeJS.Timeout | undefined

  constructor(start: Start, threads: number) {
    this.#workers = Array.from(
      { length: threads },
      (_, i) =>
        new Worker(new URL('./search-thread.ts', import.meta.url), {
          workerData: { ...start, seed: start.seed + i } satisfies Start,
        }),
    )
  }

  /** Whatever is unanswered long after then fails with SearchOverdue. */
  expectEndIn(ms: number): void {
    clearTimeout(this.#patience)
    this.#patience = setTimeout(() => {
      for (const fail of this.#unanswered)
        fail(
          new SearchOverdue(`no answer ${OVERDUE_MS / 1000} s after the search should have ended`),
        )
    }, ms + OVERDUE_MS)
  }

  /** @throws what the thread threw, SearchOverdue */
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
    this.#unanswered.add(answer.reject)
    worker.postMessage(order)
    try {
      return await answer.promise
    } finally {
      this.#unanswered.delete(answer.reject)
      worker.off('message', hear)
      worker.off('error', answer.reject)
      worker.off('exit', end)
    }
  }

  async end(): Promise<void> {
    clearTimeout(this.#patience)
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}
