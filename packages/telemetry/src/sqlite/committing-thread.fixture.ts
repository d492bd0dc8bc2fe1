// A door in another thread: commits over the port it was given and answers with the outcomes.
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { ReadingToCommit } from '../telemetry-store.ts'
import { committerOn } from './port-committer.ts'

parentPort?.once('message', async (order: { port: MessagePort; items: ReadingToCommit[] }) => {
  const committer = committerOn(order.port)
  const outcomes = await Promise.all(order.items.map((item) => committer.commit([item])))
  await committer.reject([
    {
      at: 0,
      deviceId: null,
      topic: 't',
      reason: 'r',
      item: null,
      payload: new Uint8Array(3),
      payloadBytes: 3,
    },
  ])
  parentPort?.postMessage(outcomes.flat())
})
