// For events.case.ts: another thread that writes to the same database, as a service's does.
import { workerData } from 'node:worker_threads'
import { NOON, state } from '@bakwacht/domain/fixture'
import { openRegistry, type RegistrySource } from './open-registry.ts'

const { source, name, rounds } = workerData as {
  source: RegistrySource
  name: string
  rounds: number
}
const registry = await openRegistry(source, { clock: () => NOON })
for (let i = 0; i < rounds; i++)
  await registry.states.apply(
    [1, 2, 3].map((n) => ({
      state: state(`${name}-${i}-${n}`),
      alertsSince: 0,
      episodes: [],
    })),
    NOON,
  )
await registry.stop()
