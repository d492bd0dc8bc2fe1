// A part's own counters as metrics: `{alertsRaised: 3}` under `bakwacht_thresholds` becomes
// `bakwacht_thresholds_alerts_raised_total 3`.
import type { Metrics } from './metrics.ts'

export interface CounterMetrics<Name extends string> {
  /** `bakwacht_…`, without the last underscore. */
  readonly prefix: string
  /** Begins each help text: `At the MQTT door`. */
  readonly about: string
  /** Asked anew at each scrape; always with the same names. */
  readonly read: () => Readonly<Record<Name, number>>
  /** Names of numbers that also go down; the others are totals since start. */
  readonly gauges?: readonly Name[]
}

/** Adds one metric for each name that `read` gives now. */
export function addCounterMetrics<Name extends string>(
  metrics: Metrics,
  { prefix, about, read, gauges = [] }: CounterMetrics<Name>,
): void {
  for (const name of Object.keys(read()) as Name[]) {
    const words = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    const help = `${about}: ${words.replaceAll('_', ' ')}.`
    const now = () => read()[name]
    if (gauges.includes(name)) metrics.gauge(`${prefix}_${words}`, help, now)
    else metrics.total(`${prefix}_${words}_total`, help, now)
  }
}
