// The reader threads behind the ports that histories and the forwarder are written against.
import type { SqlReadings } from '../history/reading-source.ts'
import type { Outbox } from '../influx/outbox.ts'
import { decodeReadings } from '../reading-columns.ts'
import type { ReaderCalls } from './reader-thread.ts'
import type { RemoteCalls } from './remote-calls.ts'
import type { WriterCalls } from './writer-thread.ts'

export const sqliteReadings = (reader: RemoteCalls<ReaderCalls>): SqlReadings => ({
  readings: async (range, limit) => decodeReadings(await reader.call('readings', range, limit)),
  sums: (range, everyMs) => reader.call('sums', range, everyMs),
  dailySums: (range) => reader.call('dailySums', range),
  keptFrom: () => reader.call('keptFrom'),
  unsettledHours: (range) => reader.call('unsettledHours', range),
})

/** The file belongs to one process, so the lease is always its own. */
export const sqliteOutbox = (
  reader: RemoteCalls<ReaderCalls>,
  writer: RemoteCalls<WriterCalls>,
): Outbox => ({
  takeLease: async () => true,
  dropLease: async () => {},
  next: async (limit) => {
    const { readings, arrivals } = await reader.call('nextToForward', limit)
    return { readings: decodeReadings(readings), arrivals }
  },
  forwarded: (upTo, deadLetters) => writer.call('forwarded', upTo, deadLetters),
  backlog: () => reader.call('backlog'),
  touchedHours: (before, limit) => reader.call('touchedHours', before, limit),
  hoursRolledUp: (hours) => writer.call('hoursRolledUp', hours),
  forget: (observedBefore, limit) => writer.call('forget', observedBefore, limit),
})
