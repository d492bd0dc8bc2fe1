// A month of a large fleet, replayed by the simulator through MQTT: how long it takes, whether memory
// grows with what is stored, and what it all takes on disk.
import { join } from 'node:path'
import { startBackend } from '../system/backend.ts'
import { settled } from '../system/call.ts'
import { metric } from '../system/metric.ts'
import { tableShares } from './disk-shares.ts'
import type { Report } from './figure.ts'
import { replay } from './load/replay.ts'
import { type MemorySample, sampleMemory, slopeOf } from './memory-slope.ts'
import { cpuSecondsOf } from './process-usage.ts'

const FLEET = { containers: 1000, days: 30 }
/** Readings in which caches fill and the heaps find their sizes: half of the month. */
const WARM_UP = 360_000
const JUDGED_WITHIN_MS = 900_000
const MB = 1_000_000

export async function benchMonth(report: Report): Promise<void> {
  const backend = await startBackend({ env: { BAKWACHT_LOG_LEVEL: 'info' } })
  const memory = sampleMemory(backend, 500)
  const began = performance.now()
  const seconds = () => (performance.now() - began) / 1000

  const simulatorCpu = await replay(backend, FLEET)
  const acknowledged = seconds()
  await settled(backend, JUDGED_WITHIN_MS)
  const judged = seconds()
  const samples = await memory.stop()
  const stored = await metric(backend, 'bakwacht_readings_stored_total')
  const cpu = cpuSecondsOf(backend.pid)
  await backend.stop()

  report({ name: 'readings', value: stored, unit: '' })
  report({ name: 'all acknowledged after', value: acknowledged, unit: 's' })
  report({ name: 'all judged after', value: judged, unit: 's', goal: '<= 300' })
  report({ name: 'rate, judged', value: stored / judged, unit: 'readings/s' })
  report({ name: 'processor time, backend', value: cpu, unit: 's' })
  report({ name: 'processor time, simulator', value: simulatorCpu, unit: 's' })
  reportMemory(report, samples)
  reportDisk(report, backend.dataDir, stored)
  backend.removeData()
}

function reportMemory(report: Report, samples: readonly MemorySample[]): void {
  // When all are stored, rounds go on; what they need says nothing of a reading.
  const all = samples.at(-1)?.stored ?? 0
  const warm = samples.filter(({ stored }) => stored >= WARM_UP && stored < all)
  report({
    name: `RSS slope after ${WARM_UP.toLocaleString('en')} readings`,
    value: (slopeOf(warm) * 100_000) / MB,
    unit: 'MB per 100,000 readings',
    goal: '< 1',
  })
  report({
    name: 'RSS, highest',
    value: Math.max(...samples.map(({ rssBytes }) => rssBytes)) / MB,
    unit: 'MB',
  })
  report({ name: 'RSS, last', value: (samples.at(-1)?.rssBytes ?? Number.NaN) / MB, unit: 'MB' })
}

function reportDisk(report: Report, folder: string, readings: number): void {
  for (const file of ['readings.sqlite', 'registry.sqlite'])
    for (const { table, rows, bytes } of tableShares(join(folder, file)))
      report({
        name: `${file}: ${table}, ${rows.toLocaleString('en')} rows`,
        value: bytes / readings,
        unit: 'B a reading',
        ...(table === 'readings' && { goal: '<= 120' }),
      })
}
