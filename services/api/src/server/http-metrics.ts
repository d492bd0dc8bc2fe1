import type { ApiContext, App } from '../context.ts'

/** Counts and times every request by route (never by path: ids would make endless series). */
export function addHttpMetrics(app: App, { metrics, telemetry }: ApiContext): void {
  const observe = metrics.timer('bakwacht_http_request_seconds', 'Time to answer a request.', [
    'method',
    'route',
    'status',
  ])
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const route = routeOptions.url ?? 'none'
    observe(reply.elapsedTime / 1000, { method, route, status: String(reply.statusCode) })
  })

  const { counters } = telemetry
  const totals = {
    readings_stored: ['Readings stored.', () => counters.stored],
    readings_duplicate: ['Readings that were there already.', () => counters.duplicates],
    readings_conflict: ['Repeats that differed from the first.', () => counters.conflicts],
    readings_rejected: ['Messages and items refused.', () => counters.rejected],
    readings_commits: ['Commits to disk.', () => counters.commits],
    readings_forwarded: ['Readings written to InfluxDB.', () => counters.forwarded],
    readings_forward_errors: ['Failed writes to InfluxDB.', () => counters.forwardErrors],
  } as const
  for (const [name, [help, read]] of Object.entries(totals))
    metrics.total(`bakwacht_${name}_total`, help, read)
  metrics.gauge(
    'bakwacht_readings_forward_backlog',
    'Readings not yet in InfluxDB.',
    () => counters.forwardBacklog,
  )
  metrics.gauge('bakwacht_devices_pending', 'Devices that wait for the thresholds.', () =>
    telemetry.dirtyCount(),
  )
}
