// Readings in one SQLite file: a thread that writes, a thread for the live path's reads, and one
// for histories and the forwarder, so that neither delays the other or a sensor.
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { Reading } from '@bakwacht/domain'
import { withDailyTable } from '../history/daily-table.ts'
import { HistoryReader } from '../history/read-history.ts'
import { sqlSource } from '../history/reading-source.ts'
import { type InfluxOptions, LongHistory, NOT_FORWARDED } from '../influx/long-history.ts'
import type { Clock, Log } from '../log.ts'
import { decodeReadings } from '../reading-columns.ts'
import { SharedCounters } from '../shared-counters.ts'
import {
  CLAIM_MS,
  type DirtyDevice,
  type HistoryQuery,
  type NewRejection,
  PROOF_MS,
  type ReadingRange,
  type ReadingToCommit,
  type TelemetryCounters,
  type TelemetryStore,
} from '../telemetry-store.ts'
import { startUpkeep } from '../upkeep.ts'
import { PortCommitter } from './port-committer.ts'
import type { ReaderCalls, ReaderThreadData } from './reader-thread.ts'
import type { RejectionPage } from './rejections.ts'
import { sqliteOutbox, sqliteReadings } from './sqlite-reads.ts'
import { type StorageWorker, startWorker } from './worker.ts'
import type { WriterCalls, WriterThreadData } from './writer-thread.ts'

export interface SqliteTelemetryOptions {
  /** A file of its own, made if it is not there. */
  readonly file: string
  readonly clock: Clock
  readonly log: Log
  /** Where the long history goes. Without it everything is kept in the file. */
  readonly influx?: InfluxOptions
}

export interface SqliteTelemetry extends TelemetryStore {
  /** A port straight to the writer thread. */
  lendCommitter(): { readonly commitPort: MessagePort }
}

/** @throws TelemetryUnavailable when the file cannot be opened, is newer, or would not be durable */
export async function openSqliteTelemetry(
  options: SqliteTelemetryOptions,
): Promise<SqliteTelemetry> {
  const { file, log } = options
  const counters = new SharedCounters()
  const writer = startWorker<WriterCalls>(
    new URL('./writer-thread.ts', import.meta.url),
    { file, counters: counters.buffer } satisfies WriterThreadData,
    log,
  )
  await writer.calls.call('probe', options.clock())
  const startReader = () =>
    startWorker<ReaderCalls>(
      new URL('./reader-thread.ts', import.meta.url),
      { file } satisfies ReaderThreadData,
      log,
    )
  return new SqliteStore(options, { writer, live: startReader(), long: startReader() }, counters)
}

/** Readings that one step of the daily table may hold the writer for. */
const ROLL_UP_STEP = 4000

interface Threads {
  readonly writer: StorageWorker<WriterCalls>
  readonly live: StorageWorker<ReaderCalls>
  readonly long: StorageWorker<ReaderCalls>
}

class SqliteStore implements SqliteTelemetry {
  readonly #clock: Clock
  readonly #threads: Threads
  readonly #counters: SharedCounters
  readonly #committer: PortCommitter
  readonly #upkeep: { stop(): Promise<void> }
  readonly #longHistory: LongHistory | undefined
  readonly #history: HistoryReader
  #stopped: Promise<void> | undefined

  constructor(options: SqliteTelemetryOptions, threads: Threads, counters: SharedCounters) {
    const { clock, log, influx } = options
    this.#clock = clock
    this.#threads = threads
    this.#counters = counters
    const writer = threads.writer.calls
    const sql = sqliteReadings(threads.long.calls)
    this.#committer = new PortCommitter(writer)
    this.#upkeep = startUpkeep({
      clock,
      log,
      rollUpDays: () => writer.call('rollUpDays', ROLL_UP_STEP),
      forgetStamped: (before, after) => writer.call('forgetStamped', before, after),
    })
    this.#longHistory =
      influx &&
      new LongHistory({ sql, outbox: sqliteOutbox(threads.long.calls, writer), influx, clock, log })
    this.#longHistory?.start()
    const source = withDailyTable(this.#longHistory?.source ?? sqlSource(sql), sql)
    this.#history = new HistoryReader({ source, clock })
  }

  lendCommitter(): { readonly commitPort: MessagePort } {
    const { port1, port2 } = new MessageChannel()
    void this.#threads.writer.calls.callGiving([port1], 'servePort', port1).catch(() => {})
    return { commitPort: port2 }
  }

  commit(items: readonly ReadingToCommit[]) {
    return this.#committer.commit(items)
  }

  reject(rejections: readonly NewRejection[]) {
    return this.#committer.reject(rejections)
  }

  rejections(page: RejectionPage) {
    return this.#threads.live.calls.call('rejections', page)
  }

  claimDirty(limit: number, now: number) {
    return this.#threads.writer.calls.call('claimDirty', limit, now, CLAIM_MS)
  }

  settleDirty(devices: readonly DirtyDevice[], until?: number) {
    return this.#threads.writer.calls.call('settleDirty', devices, until)
  }

  markDirty(devices: readonly { readonly deviceId: string; readonly since: number }[]) {
    return this.#threads.writer.calls.call('markDirty', devices)
  }

  dirtyCount() {
    return this.#threads.live.calls.call('dirtyCount')
  }

  async recent(ranges: readonly ReadingRange[]): Promise<readonly (readonly Reading[])[]> {
    return (await this.#threads.live.calls.call('ranges', ranges)).map(decodeReadings)
  }

  history(query: HistoryQuery) {
    return this.#history.readings(query)
  }

  means(query: HistoryQuery & { readonly everyMs: number }) {
    return this.#history.means(query)
  }

  async devicesSeen() {
    // Where nothing can be written, what was counted before is still worth telling.
    await this.#threads.writer.calls.call('countReadings').catch(() => {})
    return this.#threads.live.calls.call('devicesSeen')
  }

  get counters(): TelemetryCounters {
    return {
      ...this.#counters.totals,
      ...(this.#longHistory?.counters ?? NOT_FORWARDED),
    }
  }

  async ready(): Promise<void> {
    const age = Math.abs(this.#clock() - this.#counters.get('committedAt'))
    if (this.#stopped === undefined && age < PROOF_MS) return
    await this.#threads.writer.calls.call('probe', this.#clock())
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    await Promise.all([this.#longHistory?.stop(), this.#upkeep.stop(), this.#committer.stop()])
    const { writer, live, long } = this.#threads
    await Promise.all([live.end(), long.end()])
    await writer.end()
  }
}
