// A worker thread with calls to it. One that ends by itself leaves its calls failing, and says why.
//
// Threads are never terminated from outside: better-sqlite3 aborts the process when that hits a call
// under way (its issue 1507). And this thread keeps the native library loaded, since unloading it
// with the last thread that used it can crash that thread's clean-up (its issue 1476).
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Log } from '../log.ts'
import { type Calls, RemoteCalls } from './remote-calls.ts'

export interface StorageWorker<Api extends Calls> {
  readonly calls: RemoteCalls<Api>
  /** Lets the call under way and those before this one end, then closes the file. */
  end(): Promise<void>
}

let libraryLoaded = false

export function startWorker<Api extends Calls & { close(): void }>(
  script: URL,
  workerData: unknown,
  log: Log,
): StorageWorker<Api> {
  if (!libraryLoaded) new Database(':memory:').close()
  libraryLoaded = true
  const worker = new Worker(script, { workerData })
  const calls = new RemoteCalls<Api>(worker)
  worker.on('error', (err) => {
    log.error({ err }, 'storage thread failed')
    calls.break(err instanceof Error ? err.message : String(err))
  })
  const exited = new Promise<void>((resolve) => {
    worker.on('exit', () => {
      calls.break('the storage thread has ended')
      resolve()
    })
  })
  return {
    calls,
    end: async () => {
      const close = (calls as unknown as RemoteCalls<{ close(): void }>).call('close')
      // It has ended already if this fails.
      await close.catch(() => {})
      await exited
    },
  }
}
