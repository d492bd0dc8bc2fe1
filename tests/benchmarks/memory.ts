// Whether memory grows with what is stored: four months of a large fleet, as fast as they are acknowledged. In a single one the last
// steps of warming up stand out.
import { startBackend } from '../system/backend.ts'
import type { Report } from './figure.ts'
import { replay } from './load/replay.ts'
import { reportMemory, sampleMemory } from './memory-slope.ts'

const FLEET = { containers: 1000, days: 120 }
/** One month, and two. */
const WARM_UPS = [720_000, 1_440_000]

export async function benchMemory(report: Report): Promise<void> {
  const backend = await startBackend({ env: { BAKWACHT_LOG_LEVEL: 'info' } })
  const memory = sampleMemory(backend, 500)
  await replay(backend, FLEET)
  const samples = await memory.stop()
  await backend.stop()
  backend.removeData()
  reportMemory(report, samples, WARM_UPS)
}
