// Reads beside the writer, each from one snapshot, so that a heavy question delays no sensor.
import { parentPort, workerData } from 'node:worker_threads'
import type { ReadingRange } from '../telemetry-store.ts'
import { openConnection } from './connection.ts'
import { dailySums } from './daily-rollup.ts'
import { dirtyCount } from './dirty-devices.ts'
import { backlog, nextToForward, touchedHours } from './outbox-tables.ts'
import {
  deviceNo,
  devicesSeen,
  keptFrom,
  readRange,
  sumRange,
  unsettledHours,
} from './read-readings.ts'
import { type RejectionPage, readRejections } from './rejections.ts'
import { serveCalls } from './remote-calls.ts'

export interface ReaderThreadData {
  readonly file: string
}

export type ReaderCalls = typeof calls

const connection = openConnection((workerData as ReaderThreadData).file, { cacheMb: 8 })
connection.pragma('query_only = ON')

const calls = {
  ranges: (ranges: readonly ReadingRange[]) =>
    ranges.map((range) => readRange(connection, range, Number.MAX_SAFE_INTEGER)),
  readings: (range: ReadingRange, limit: number) => readRange(connection, range, limit),
  sums: (range: ReadingRange, everyMs: number) => sumRange(connection, range, everyMs),
  dailySums: (range: ReadingRange) => {
    const no = deviceNo(connection, range.deviceId)
    return no === undefined ? [] : dailySums(connection, no, range)
  },
  keptFrom: () => keptFrom(connection),
  unsettledHours: (range: ReadingRange) => unsettledHours(connection, range),
  devicesSeen: () => devicesSeen(connection),
  dirtyCount: () => dirtyCount(connection),
  rejections: (page: RejectionPage) => readRejections(connection, page),
  nextToForward: (limit: number) => nextToForward(connection, limit),
  backlog: () => backlog(connection),
  touchedHours: (before: number, limit: number) => touchedHours(connection, before, limit),
  /** The thread ends once its port is closed. */
  close: () => {
    connection.close()
    setImmediate(() => parentPort?.close())
  },
}

if (parentPort) serveCalls(parentPort, calls)
