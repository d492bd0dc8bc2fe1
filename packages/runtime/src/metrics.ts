// The process's metrics in Prometheus' format. Numbers that live elsewhere are read when asked for.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface Metrics {
  /** Counts up by one (or `by`). */
  counter(name: string, help: string): (by?: number) => void
  /** A number read at each scrape. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  /** A total kept elsewhere, read at each scrape. */
  total(name: string, help: string, read: () => number): void
  /** Seconds, by label values. */
  timer<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[],
  ): (seconds: number, values: Record<Label, string>) => void
  /** The whole text for `GET /metrics`, and its content type. */
  scrape(): Promise<{ readonly text: string; readonly contentType: string }>
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    counter(name, help) {
      const counter = new Counter({ name, help, registers })
      return (by = 1) => counter.inc(by)
    },
    gauge(name, help, read) {
      new Gauge({
        name,
        help,
        registers,
        async collect() {
          this.set(await read())
        },
      })
    },
    total(name, help, read) {
      new Counter({
        name,
        help,
        registers,
        collect() {
          this.reset()
          this.inc(read())
        },
      })
    },
    timer(name, help, labels) {
      const histogram = new Histogram({ name, help, labelNames: [...labels], registers })
      return (seconds, values) => histogram.observe(values, seconds)
    },
    async scrape() {
      return { text: await registry.metrics(), contentType: registry.contentType }
    },
  }
}
