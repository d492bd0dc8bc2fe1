import { randomUUID } from 'node:crypto'
import { decodeOnly } from '@bakwacht/acceptance'
import { createPlanClient } from '@bakwacht/plan-queue'
import type { Running, Surroundings } from '@bakwacht/runtime'
import { openStores } from '@bakwacht/stores'
import { createApi } from './service.ts'

/** The API alone in a process; plans are made by the planner's, asked through the registry. */
export async function startApi(surroundings: Surroundings): Promise<Running> {
  const { config, clock, log } = surroundings
  const stores = await openStores(surroundings)
  const { registry, telemetry } = stores
  const stopping = new AbortController()
  const api = createApi({
    ...surroundings,
    ...{ registry, telemetry },
    planMaker: createPlanClient({ jobs: registry.jobs, clock, signal: stopping.signal }),
    decode: decodeOnly,
    ids: randomUUID,
  })
  const stop = async () => {
    stopping.abort()
    await api.stop()
    await stores.stop()
  }
  try {
    const { port } = await api.listen()
    const scheme = config.tls === undefined ? 'http' : 'https'
    log.info({ http: `${scheme}://${config.http.host}:${port}` }, 'listening')
    return { stop }
  } catch (err) {
    await stop()
    throw err
  }
}
