// The one thread that writes readings.sqlite. Commits come through any number of ports and are
// grouped; every other call is a short transaction of its own.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { DeadLetter, TouchedHour } from '../influx/outbox.ts'
import { SharedCounters } from '../shared-counters.ts'
import type { DirtyDevice, NewRejection } from '../telemetry-store.ts'
import type { CommitMessage } from './commit-message.ts'
import { CommitQueue } from './commit-queue.ts'
import { openConnection } from './connection.ts'
import { rollUpDays } from './daily-rollup.ts'
import { claimDirty, markDirty, settleDirty } from './dirty-devices.ts'
import { forgetStamped } from './forget-stamped.ts'
import { migrate } from './migrate.ts'
import { forget, forwarded, hoursRolledUp } from './outbox-tables.ts'
import { writeProgress } from './progress.ts'
import { ReadingWriter } from './reading-writer.ts'
import { writeRejections } from './rejections.ts'
import { answerTo, type CallAnswer, type CallRequest } from './remote-calls.ts'

export interface WriterThreadData {
  readonly file: string
  readonly counters: SharedArrayBuffer
}

/** Beside `commit`, which the queue answers. */
export type WriterCalls = typeof calls & { commit(message: CommitMessage): Uint8Array }

const data = workerData as WriterThreadData
const connection = openConnection(data.file, { cacheMb: 16 })
migrate(connection)
const counters = new SharedCounters(data.counters)
const writer = new ReadingWriter(connection)
counters.set('lastArrival', writer.lastArrival)
const ports = new Set<MessagePort>()
const queue = new CommitQueue({ connection, writer, counters })

const calls = {
  /** Writes something, so that it fails where a commit would. */
  probe: (now: number) => writeProgress(connection, 'probed', now),
  servePort: (port: MessagePort) => serve(port),
  /** So that a reader finds all devices' rows up to date. */
  countReadings: () => writer.withCounts(() => {}),
  reject: (rejections: readonly NewRejection[]) => {
    writeRejections(connection, rejections)
    counters.add('rejected', rejections.length)
  },
  claimDirty: (limit: number, now: number, claimMs: number) =>
    writer.withCounts(() => claimDirty(connection, writer.devices, limit, now, claimMs)),
  settleDirty: (devices: readonly DirtyDevice[], until?: number) =>
    settleDirty(connection, devices, until),
  markDirty: (devices: readonly { readonly deviceId: string; readonly since: number }[]) =>
    writer.withCounts(() => markDirty(connection, writer.devices, devices)),
  rollUpDays: (limit: number) =>
    writer.withCounts(() => rollUpDays(connection, writer.pendingDays, limit, writer.lastArrival)),
  forgetStamped: (before: number, afterDevice: number) =>
    forgetStamped(connection, before, afterDevice),
  forwarded: (upTo: number, deadLetters: readonly DeadLetter[]) =>
    forwarded(connection, upTo, deadLetters),
  hoursRolledUp: (hours: readonly TouchedHour[]) => hoursRolledUp(connection, hours),
  forget: (observedBefore: number, limit: number) =>
    writer.withCounts(() => forget(connection, observedBefore, limit)),
  /** Writes what waits, then takes no more. The thread ends once all its ports are closed. */
  close: () => {
    queue.drain()
    connection.close()
    setImmediate(() => {
      for (const port of ports) port.close()
    })
  },
}

if (parentPort) serve(parentPort)

function serve(port: MessagePort): void {
  ports.add(port)
  port.on('close', () => ports.delete(port))
  const answer = (message: CallAnswer) => port.postMessage(message)
  port.on('message', (request: CallRequest) => {
    const { id } = request
    if (request.call !== 'commit') return answer(answerTo(request, calls))
    queue.push({
      message: request.args[0] as CommitMessage,
      done: (value) => answer({ id, value }),
      failed: (error) => answer({ id, error: String(error) }),
    })
  })
}
