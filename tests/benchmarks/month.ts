// A month of a large fleet, replayed by the simulator through MQTT: how long it takes, whether memory
// grows with what is stored, and what it all takes on disk.
import { startPostgres } from '@bakwacht/test-support'
import { type Backend, startBackend } from '../system/backend.ts'
import { settled } from '../system/call.ts'
import { metric } from '../system/metric.ts'
import { sharesOfDatabase, sharesOfFiles, type TableShare } from './disk-shares.ts'
import type { Report } from './figure.ts'
import { replay } from './load/replay.ts'
import { reportMemory, sampleMemory } from './memory-slope.ts'
import { cpuSecondsOf } from './process-usage.ts'

const FLEET = { containers: 1000, days: 30 }
/** Half of the month, and three quarters; `memory` looks at more of them. */
const WARM_UPS = [360_000, 540_000]
const JUDGED_WITHIN_MS = 900_000

export async function benchMonth(report: Report): Promise<void> {
  const backend = await startBackend({ env: { BAKWACHT_LOG_LEVEL: 'info' } })
  await replayMonth(report, backend)
  reportDisk(report, sharesOfFiles(backend.dataDir))
  backend.removeData()
}

/** @throws Error where PostgreSQL is not installed */
export async function benchMonthOnPostgres(report: Report): Promise<void> {
  const server = await startPostgres()
  const backend = await startBackend({
    env: { BAKWACHT_LOG_LEVEL: 'info', BAKWACHT_DATABASE_URL: server.url },
  })
  await replayMonth(report, backend)
  reportDisk(report, await sharesOfDatabase(server.url))
  backend.removeData()
  await server.stop()
}

/** And stops the backend. */
async function replayMonth(report: Report, backend: Backend): Promise<void> {
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
  reportMemory(report, samples, WARM_UPS)
}

function reportDisk(report: Report, shares: readonly TableShare[]): void {
  const isReadings = ({ table }: TableShare) => /\breadings$/.test(table)
  const readings = shares.find(isReadings)?.rows ?? Number.NaN
  for (const share of shares)
    report({
      name: `${share.table}, ${share.rows.toLocaleString('en')} rows`,
      value: share.bytes / readings,
      unit: 'B a reading',
      ...(isReadings(share) && { goal: '<= 120' }),
    })
}
