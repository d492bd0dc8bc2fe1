// How a process's memory follows the readings that it has stored.
import type { Backend } from '../system/backend.ts'
import { metric } from '../system/metric.ts'
import type { Report } from './figure.ts'
import { rssOf } from './process-usage.ts'

export interface MemorySample {
  readonly rssBytes: number
  readonly stored: number
}

/** Samples until `stop`, which gives all samples. */
export function sampleMemory(
  backend: Backend,
  everyMs: number,
): { stop(): Promise<MemorySample[]> } {
  const samples: MemorySample[] = []
  let going = true
  const done = (async () => {
    while (going) {
      const stored = await metric(backend, 'bakwacht_readings_stored_total')
      samples.push({ stored, rssBytes: rssOf(backend.pid) })
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  })()
  return {
    async stop() {
      going = false
      await done
      return samples
    },
  }
}

/** Least squares. @returns bytes of memory a reading */
function slopeOf(samples: readonly MemorySample[]): number {
  const mean = (of: (sample: MemorySample) => number) =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length
  const stored = mean((sample) => sample.stored)
  const rss = mean((sample) => sample.rssBytes)
  const covariance = mean((sample) => (sample.stored - stored) * (sample.rssBytes - rss))
  return covariance / mean((sample) => (sample.stored - stored) ** 2)
}

const MB = 1_000_000

/** @param warmUps readings that do not count yet: a slope after each */
export function reportMemory(
  report: Report,
  samples: readonly MemorySample[],
  warmUps: readonly number[],
): void {
  // When all are stored, rounds go on; what they need says nothing of a reading.
  const all = samples.at(-1)?.stored ?? 0
  for (const warmUp of warmUps)
    report({
      name: `RSS slope after ${warmUp.toLocaleString('en')} of ${all.toLocaleString('en')} readings`,
      value:
        (slopeOf(samples.filter(({ stored }) => stored >= warmUp && stored < all)) * 100_000) / MB,
      unit: 'MB per 100,000 readings',
      goal: '< 1',
    })
  const resident = samples.map(({ rssBytes }) => rssBytes / MB)
  report({ name: 'RSS, highest', value: Math.max(...resident), unit: 'MB' })
  report({ name: 'RSS, last', value: resident.at(-1) ?? Number.NaN, unit: 'MB' })
}
