// The main thread's end of broker-thread.ts: the same Broker, elsewhere.
import { Worker } from 'node:worker_threads'
import type { DeviceStatus } from '@bakwacht/domain'
import type { Broker } from '../broker.ts'
import { noCounts } from '../counts.ts'
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts'

export interface BrokerOnThreadDependencies extends ThreadData {
  readonly onStatus: (deviceId: string, status: DeviceStatus) => void
}

interface Waiting {
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

/** The thread starts with `listen`; a port given for commits belongs to it from then on. */
export function createBrokerOnThread(dependencies: BrokerOnThreadDependencies): Broker {
  const { options, store, registry, logLevel, rehearsed, onStatus } = dependencies
  const publishing = new Map<number, Waiting>()
  let counters: Broker['counters'] = {
    ...noCounts(),
    messages: 0,
    stored: 0,
    duplicates: 0,
    conflicts: 0,
    rejectedMessages: 0,
    rejectedItems: 0,
    unknownKeys: 0,
  }
  let worker: Worker | undefined
  let stopping: Promise<void> | undefined
  let lastId = 0

  function startWorker(): Worker {
    const data: ThreadData = { options, store, registry, logLevel, rehearsed }
    const transferList = 'commitPort' in store ? [store.commitPort] : []
    const script = new URL('./broker-thread.ts', import.meta.url)
    return new Worker(script, { workerData: data, transferList })
  }

  const say = (message: ToThread) => worker?.postMessage(message)

  function hear(message: FromThread): void {
    switch (message.kind) {
      case 'status':
        onStatus(message.deviceId, message.status)
        return
      case 'counters':
        counters = message.counters
        return
      case 'published': {
        const waiting = publishing.get(message.id)
        publishing.delete(message.id)
        if (message.error === undefined) waiting?.resolve()
        else waiting?.reject(message.error)
        return
      }
      case 'listening':
      case 'failed':
    }
  }

  function endPublishing(): void {
    for (const { reject } of publishing.values()) reject(new Error('the broker has stopped'))
    publishing.clear()
  }

  return {
    listen() {
      const started = startWorker()
      worker = started
      started.on('message', hear)
      started.on('exit', (code) => {
        endPublishing()
        // A broker that is gone without having been told to is a bug that ends the process.
        if (stopping === undefined) throw new Error(`the broker’s thread ended with ${code}`)
      })
      return new Promise((resolve, reject) => {
        started.on('message', (message: FromThread) => {
          if (message.kind === 'listening') resolve(message)
          if (message.kind !== 'failed') return
          // It closes what it has opened, and ends.
          stopping = new Promise((ended) => started.once('exit', () => ended()))
          void stopping.then(() => reject(message.error))
        })
      })
    },

    publish(topic, payload, publishOptions) {
      if (worker === undefined || stopping !== undefined)
        return Promise.reject(new Error('the broker is not running'))
      return new Promise((resolve, reject) => {
        const id = ++lastId
        publishing.set(id, { resolve, reject })
        say({ kind: 'publish', id, topic, payload, options: publishOptions })
      })
    },

    stop() {
      stopping ??= new Promise((resolve) => {
        if (worker === undefined) return resolve()
        worker.once('exit', () => resolve())
        say({ kind: 'stop' })
      })
      return stopping
    },

    get counters() {
      return counters
    },
  }
}
