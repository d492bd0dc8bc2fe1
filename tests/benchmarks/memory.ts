// Whether memory grows with what is stored: four months of a large fleet, the first two as warm-up.
import { startBackend } from '../system/backend.ts'
import type { Report } from './figure.ts'
import { replay } from './load/replay.ts'
import { reportMemory, sampleMemory } from './memory-slope.ts'

const FLEET = { containers: 1000, days: 120 }
const WARM_UP = 1_440_000

export async function benchMemory(report: Report): Promise<void> {
  const backend = await startBackend({ env: { BAKWACHT_LOG_LEVEL: 'info' } })
  const memory = sampleMemory(backend, 500)
  await replay(backend, FLEET)
  const samples = await memory.stop()
  await backend.stop()
  backend.removeData()
  reportMemory(report, samples, [WARM_UP])
}
