// Readings in PostgreSQL, which several processes share.

import { MIGRATING_MS } from '@bakwacht/postgres'
import { GroupCommit } from '../group-commit.ts'
import { withDailyTable } from '../history/daily-table.ts'
import { HistoryReader } from '../history/read-history.ts'
import { sqlSource } from '../history/reading-source.ts'
import { type InfluxOptions, LongHistory, NOT_FORWARDED } from '../influx/long-history.ts'
import type { Clock, Log } from '../log.ts'
import { SharedCounters } from '../shared-counters.ts'
import {
  CLAIM_MS,
  type CommitOutcome,
  type CommitterSource,
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
import { ArrivalWatermark } from './arrival-watermark.ts'
import { commitReadings } from './commit-readings.ts'
import { rollUpDays } from './daily-rollup.ts'
import { Database } from './database.ts'
import { DeviceNumbers } from './device-numbers.ts'
import { claimDirty, dirtyCount, markDirty, settleDirty } from './dirty-devices.ts'
import { migrate } from './migrate.ts'
import { postgresOutbox } from './outbox-tables.ts'
import { devicesSeen, postgresReadings, readRanges } from './read-readings.ts'
import { type RejectionPage, readRejections, writeRejections } from './rejections.ts'

export interface PostgresTelemetryOptions {
  readonly url: string
  readonly clock: Clock
  readonly log: Log
  /** Where the long history goes; one of the processes that share the database forwards at a time. */
  readonly influx?: InfluxOptions
  /** Of a store that is open in another thread: what is committed here is counted there too. */
  readonly counters?: SharedArrayBuffer
}

/** The tables of other packages live elsewhere. */
const SCHEMA = 'telemetry'
const MAX_ITEMS = 2500
const ROLL_UP_STEP = 5000
const TOTAL_OF = { stored: 'stored', duplicate: 'duplicates', conflict: 'conflicts' } as const

/** @throws TelemetryUnavailable when the database does not answer or is newer */
export async function openPostgresTelemetry(
  options: PostgresTelemetryOptions,
): Promise<TelemetryStore> {
  const { url, log } = options
  const migrating = new Database({ url, schema: SCHEMA, log, answerMs: MIGRATING_MS })
  try {
    await migrate(migrating, SCHEMA)
  } finally {
    await migrating.end()
  }
  const connect = () => new Database({ url, schema: SCHEMA, log })
  return new PostgresStore(options, connect(), connect())
}

class PostgresStore implements TelemetryStore {
  readonly #url: string
  readonly #clock: Clock
  readonly #database: Database
  /** Connections of their own, so that no commit queues behind histories. */
  readonly #reads: Database
  readonly #numbers: DeviceNumbers
  readonly #commits: GroupCommit<ReadingToCommit, CommitOutcome>
  readonly #upkeep: { stop(): Promise<void> }
  readonly #longHistory: LongHistory | undefined
  readonly #history: HistoryReader
  readonly #counters: SharedCounters
  #stopped: Promise<void> | undefined

  constructor(
    { url, clock, log, influx, counters }: PostgresTelemetryOptions,
    database: Database,
    reads: Database,
  ) {
    this.#url = url
    this.#counters = new SharedCounters(counters)
    this.#clock = clock
    this.#database = database
    this.#reads = reads
    this.#numbers = new DeviceNumbers(database)
    const sql = postgresReadings(reads)
    const watermark = new ArrivalWatermark(database)
    this.#commits = new GroupCommit({
      maxItems: MAX_ITEMS,
      inFlight: 1,
      gather: () => {
        const items: ReadingToCommit[] = []
        return { add: (item) => items.push(item), write: () => this.#write(items) }
      },
    })
    this.#upkeep = startUpkeep({
      clock,
      log,
      rollUpDays: () => rollUpDays(database, watermark, ROLL_UP_STEP),
      forgetStamped: async (before) => {
        await database.query('DELETE FROM stamped WHERE received_at < $1', [before])
        return null
      },
    })
    const outbox = postgresOutbox(database, new ArrivalWatermark(database))
    this.#longHistory = influx && new LongHistory({ sql, outbox, influx, clock, log })
    this.#longHistory?.start()
    const source = withDailyTable(this.#longHistory?.source ?? sqlSource(sql), sql)
    this.#history = new HistoryReader({ source, clock })
  }

  commit(items: readonly ReadingToCommit[]) {
    return this.#commits.commit(items)
  }

  async #write(items: readonly ReadingToCommit[]): Promise<readonly CommitOutcome[]> {
    const writing = commitReadings(this.#database, this.#numbers, items)
    const counters = this.#counters
    const outcomes = await writing.finally(() => counters.set('committedAt', 0))
    counters.set('committedAt', this.#clock())
    counters.add('commits', 1)
    for (const outcome of outcomes) counters.add(TOTAL_OF[outcome], 1)
    return outcomes
  }

  async reject(rejections: readonly NewRejection[]): Promise<void> {
    await writeRejections(this.#database, rejections)
    this.#counters.add('rejected', rejections.length)
  }

  rejections(page: RejectionPage) {
    return readRejections(this.#reads, page)
  }

  claimDirty(limit: number, now: number) {
    return claimDirty(this.#database, limit, now, CLAIM_MS)
  }

  settleDirty(devices: readonly DirtyDevice[], until?: number) {
    return settleDirty(this.#database, this.#numbers, devices, until)
  }

  markDirty(devices: readonly { readonly deviceId: string; readonly since: number }[]) {
    return markDirty(this.#database, this.#numbers, devices)
  }

  dirtyCount() {
    return dirtyCount(this.#reads)
  }

  recent(ranges: readonly ReadingRange[]) {
    return readRanges(this.#reads, ranges)
  }

  history(query: HistoryQuery) {
    return this.#history.readings(query)
  }

  means(query: HistoryQuery & { readonly everyMs: number }) {
    return this.#history.means(query)
  }

  devicesSeen() {
    return devicesSeen(this.#reads)
  }

  get counters(): TelemetryCounters {
    return { ...this.#counters.totals, ...(this.#longHistory?.counters ?? NOT_FORWARDED) }
  }

  async ready(): Promise<void> {
    const age = Math.abs(this.#clock() - this.#counters.get('committedAt'))
    if (this.#stopped === undefined && age < PROOF_MS) return
    // Writes, since a server that only reads cannot commit.
    await this.#database.query(
      `INSERT INTO progress VALUES ('probed', 0) ON CONFLICT (name) DO UPDATE SET value = 0`,
    )
  }

  lendCommitter(): CommitterSource {
    return { url: this.#url, counters: this.#counters.buffer }
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#stop()
    return this.#stopped
  }

  async #stop(): Promise<void> {
    await Promise.all([this.#longHistory?.stop(), this.#upkeep.stop(), this.#commits.stop()])
    await Promise.all([this.#database.end(), this.#reads.end()])
  }
}
