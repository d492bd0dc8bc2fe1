// What a process has done with readings since it started, and what waits in its stores.
import type { Metrics } from '@bakwacht/runtime'
import type { TelemetryCounters, TelemetryStore } from '@bakwacht/telemetry'

type Observed = Pick<TelemetryStore, 'counters' | 'dirtyCount'>

const TOTALS = {
  readings_stored: ['stored', 'Readings stored.'],
  readings_duplicate: ['duplicates', 'Readings that were there already.'],
  readings_conflict: ['conflicts', 'Repeats that differed from the first.'],
  readings_rejected: ['rejected', 'Messages and items refused.'],
  readings_commits: ['commits', 'Commits to disk.'],
  readings_forwarded: ['forwarded', 'Readings written to InfluxDB.'],
  readings_forward_errors: ['forwardErrors', 'Failed writes to InfluxDB.'],
  readings_dead_letters: ['deadLetters', 'Readings that InfluxDB refused for good.'],
} as const satisfies Record<string, readonly [keyof TelemetryCounters, string]>

/** Totals are this process’s own, all its threads together: where several processes share a database, scrape each. */
export function addReadingMetrics(metrics: Metrics, telemetry: Observed): void {
  // `counters` is a snapshot: it must be asked for anew at each scrape.
  for (const [name, [counter, help]] of Object.entries(TOTALS))
    metrics.total(`bakwacht_${name}_total`, help, () => telemetry.counters[counter])
  metrics.gauge(
    'bakwacht_readings_forward_backlog',
    'Readings not yet in InfluxDB.',
    () => telemetry.counters.forwardBacklog,
  )
  metrics.gauge('bakwacht_devices_pending', 'Devices that wait for the thresholds.', () =>
    telemetry.dirtyCount(),
  )
}
