// The broker in a thread of its own: neither an API call nor a plan ever delays a sensor.
import { parentPort, workerData } from 'node:worker_threads'
import { createAcceptance } from '@bakwacht/acceptance'
import { openRegistry } from '@bakwacht/registry'
import { createClock, createLog } from '@bakwacht/runtime'
import { openCommitter } from '@bakwacht/telemetry'
import { type Broker, createBroker } from '../broker.ts'
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts'

const COUNTERS_EVERY_MS = 500

const port = parentPort
if (port === null) throw new Error('broker-thread.ts runs in a worker thread only')
const say = (message: FromThread) => port.postMessage(message)

/** What is open, to be closed the other way round. */
const opened: (() => Promise<unknown>)[] = []

try {
  await run(workerData)
} catch (error) {
  say({ kind: 'failed', error: error as Error })
  await end()
  port.close()
}

async function run({ options, store, registry: source, logLevel, rehearsed }: ThreadData) {
  const clock = createClock(rehearsed)
  const log = createLog(logLevel, 'broker')
  const telemetry = await openCommitter(store, { clock, log })
  opened.push(telemetry.close)
  const registry = await openRegistry(source, { clock })
  opened.push(registry.stop)
  const broker = createBroker({
    ...options,
    acceptance: createAcceptance({ telemetry: telemetry.committer }),
    devices: registry.devices,
    tokens: registry.tokens,
    onStatus: (deviceId, status) => say({ kind: 'status', deviceId, status }),
    clock,
    log,
  })
  const listening = await broker.listen()
  opened.push(broker.stop)
  const tellCounters = () => say({ kind: 'counters', counters: broker.counters })
  const timer = setInterval(tellCounters, COUNTERS_EVERY_MS)

  port?.on('message', (message: ToThread) => {
    if (message.kind === 'publish') void publish(broker, message)
    else void stop()
  })
  say({ kind: 'listening', ...listening })

  async function stop(): Promise<void> {
    clearInterval(timer)
    await end()
    tellCounters()
    port?.close()
  }
}

/** Its port closed and nothing open, the thread ends by itself. Ended from outside, SQLite could take the process along. */
async function end(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}

async function publish(broker: Broker, message: ToThread & { kind: 'publish' }): Promise<void> {
  const { id, topic, payload, options } = message
  const error = await broker.publish(topic, payload, options).then(
    () => undefined,
    (fault: Error) => fault,
  )
  say({ kind: 'published', id, error })
}
