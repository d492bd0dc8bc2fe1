import { addReadingMetrics } from '@bakwacht/stores'
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
  addReadingMetrics(metrics, telemetry)
}
