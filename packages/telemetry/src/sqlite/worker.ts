// A worker thread with calls to it. One that ends by itself leaves its calls failing, and says why.
import { Worker } from 'node:worker_threads'
import type { Log } from '../log.ts'
import { type Calls, RemoteCalls } from './remote-calls.ts'

export interface StorageWorker<Api extends Calls> {
  readonly calls: RemoteCalls<Api>
  end(): Promise<void>
}

export function startWorker<Api extends Calls>(
  script: URL,
  workerData: unknown,
  log: Log,
): StorageWorker<Api> {
  const worker = new Worker(script, { workerData })
  const calls = new RemoteCalls<Api>(worker)
  worker.on('error', (err) => {
    log.error({ err }, 'storage thread failed')
    calls.break(err instanceof Error ? err.message : String(err))
  })
  worker.on('exit', () => calls.break('the storage thread has ended'))
  return { calls, end: async () => void (await worker.terminate()) }
}
