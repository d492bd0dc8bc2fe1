import { addCounterMetrics, type Metrics } from '@bakwacht/runtime'
import type { Ingest } from './service.ts'

/** `bakwacht_door_received_total` and its like, and whether the broker is there. */
export function addIngestMetrics(metrics: Metrics, ingest: Ingest): void {
  addCounterMetrics(metrics, {
    prefix: 'bakwacht_door',
    about: 'At the MQTT door',
    read: () => ingest.counters,
  })
  metrics.gauge(
    'bakwacht_door_connected',
    '1 while the external broker is there and lets us subscribe.',
    () => (ingest.connected ? 1 : 0),
  )
}
