// Whether memory grows with what is stored: eighty days of a large fleet, the first thirty as warm-up. Replayed no
// faster than it is judged: what waits to be judged is folded in longer rounds, and those take memory of their own.
import { startBackend } from '../system/backend.ts'
import type { Report } from './figure.ts'
import { replay } from './load/replay.ts'
import { reportMemory, sampleMemory } from './memory-slope.ts'

/** 4,000 readings a second. */
const FLEET = { containers: 1000, days: 80, speed: 14_400 }
const WARM_UP = 720_000

export async function benchMemory(report: Report): Promise<void> {
  const backend = await startBackend({ env: { BAKWACHT_LOG_LEVEL: 'info' } })
  const memory = sampleMemory(backend, 500)
  await replay(backend, FLEET)
  const samples = await memory.stop()
  await backend.stop()
  backend.removeData()
  reportMemory(report, samples, [WARM_UP])
}
