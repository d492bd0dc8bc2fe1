// InfluxDB beside a SQL store: what forwards readings into it, and the history that both give.
import { randomUUID } from 'node:crypto'
import type { ReadingSource, SqlReadings } from '../history/reading-source.ts'
import type { Clock, Log } from '../log.ts'
import { RepeatingJob } from '../repeating-job.ts'
import type { TelemetryCounters } from '../telemetry-store.ts'
import { Forwarder } from './forwarder.ts'
import { rollUpHours } from './hourly-rollup.ts'
import { type InfluxAddress, InfluxConnection } from './influx-connection.ts'
import { InfluxFault } from './influx-fault.ts'
import { InfluxSource } from './influx-source.ts'
import { MergedSource } from './merged-source.ts'
import type { Outbox } from './outbox.ts'
import { removeForwarded } from './retention.ts'

export interface InfluxOptions extends InfluxAddress {
  /** ms between looks for new readings to forward; default 1000. */
  readonly forwardEveryMs?: number
  /** ms between rollups of closed hours, and between removals from SQL; default a minute. */
  readonly upkeepEveryMs?: number
}

interface LongHistoryOptions {
  readonly sql: SqlReadings
  readonly outbox: Outbox
  readonly influx: InfluxOptions
  readonly clock: Clock
  readonly log: Log
}

type ForwardCounters = Pick<
  TelemetryCounters,
  'forwardBacklog' | 'forwarded' | 'forwardErrors' | 'deadLetters' | 'forwardState'
>

export const NOT_FORWARDED: ForwardCounters = {
  forwardBacklog: 0,
  forwarded: 0,
  forwardErrors: 0,
  deadLetters: 0,
  forwardState: 'off',
}

export class LongHistory {
  readonly source: ReadingSource
  readonly #forwarder: Forwarder
  readonly #jobs: readonly RepeatingJob[]

  constructor({ sql, outbox, influx: options, clock, log }: LongHistoryOptions) {
    const influx = new InfluxConnection(options)
    const { forwardEveryMs = 1000, upkeepEveryMs = 60_000 } = options
    this.source = new MergedSource({ sql, influx: new InfluxSource(influx) })
    this.#forwarder = new Forwarder({
      outbox,
      influx,
      log,
      holder: randomUUID(),
      idleMs: forwardEveryMs,
    })
    const jobs = {
      forward: (signal: AbortSignal) => this.#forwarder.step(signal),
      'roll up hours': (signal: AbortSignal) =>
        unlessAway(upkeepEveryMs, () =>
          rollUpHours({ outbox, influx, clock, everyMs: upkeepEveryMs }, signal),
        ),
      'remove forwarded': async (signal: AbortSignal) => {
        await removeForwarded(outbox, clock, signal)
        return upkeepEveryMs
      },
    }
    this.#jobs = Object.entries(jobs).map(([name, run]) => new RepeatingJob({ name, log, run }))
  }

  start(): void {
    for (const job of this.#jobs) job.start()
  }

  async stop(): Promise<void> {
    await Promise.all(this.#jobs.map((job) => job.stop()))
    await this.#forwarder.handOver()
  }

  get counters(): ForwardCounters {
    const { backlog, forwarded, errors, deadLetters, state } = this.#forwarder
    return {
      forwardBacklog: backlog,
      forwarded,
      forwardErrors: errors,
      deadLetters,
      forwardState: state,
    }
  }
}

/** InfluxDB being away is the forwarder's to report; the hours stay touched until it is back. */
async function unlessAway(retryMs: number, run: () => Promise<number>): Promise<number> {
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof InfluxFault)) throw error
    return retryMs
  }
}
