// The process that holds Valhalla's native code, so that its crash or its memory is not the backend's.
// One question, one answer, in order; it ends when the backend does.
import { createRequire } from 'node:module'
import { constants, setPriority } from 'node:os'
import type { ValhallaAction } from '../valhalla.ts'
import type { Answer, Question, Setup } from './messages.ts'
import { answeringConfig } from './valhalla-config.ts'

type Ask = (request: string) => Promise<string>
interface Actor {
  readonly matrix: Ask
  readonly route: Ask
  readonly locate: Ask
  readonly status: Ask
}

const METHODS = {
  sources_to_targets: 'matrix',
  route: 'route',
  locate: 'locate',
  status: 'status',
} as const satisfies Record<ValhallaAction, keyof Actor>

// Sensors’ messages come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
const { library, tiles } = JSON.parse(process.argv[2] ?? '') as Setup
const { Actor } = createRequire(import.meta.url)(library) as {
  Actor: new (config: object) => Actor
}
const actor = new Actor(answeringConfig(tiles))

process.on('disconnect', () => process.exit(0))
process.on('message', async ({ action, request }: Question) => {
  const outcome = await actor[METHODS[action]](request).then(
    (answer) => ({ answer }),
    (error: Error) => ({ refused: error.message }),
  )
  const said: Answer = { ...outcome, rss: process.memoryUsage.rss() }
  process.send?.(said)
})
