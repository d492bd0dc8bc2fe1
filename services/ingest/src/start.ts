import { createAcceptance, StatusWriter } from '@bakwacht/acceptance'
import { Announcer } from '@bakwacht/announcer'
import { ConfigError, type Running, type Surroundings } from '@bakwacht/runtime'
import { openStores, type Stores } from '@bakwacht/stores'
import { createIngest } from './service.ts'

/** Every replica takes telemetry in; the one with this name also says what the backend has to say. */
const ANNOUNCING_REPLICA = '1'

/** Ingest alone in a process, between the broker and the stores that the configuration names. */
export async function startIngest(surroundings: Surroundings): Promise<Running> {
  const { config, log } = surroundings
  const stores = await openStores(surroundings)
  const { ingest, status } = ingestOn(surroundings, stores)
  const announcer = new Announcer({ registry: stores.registry, publish: ingest.publish, log })
  ingest.onReconnect(() => announcer.sayAgain())
  await ingest.start()
  if (config.mqtt.replica === ANNOUNCING_REPLICA) announcer.start()
  return {
    async stop() {
      await announcer.stop()
      await ingest.stop()
      await status.stop()
      await stores.stop()
    },
  }
}

/** Takes the replica that the configuration names out for good, then resolves. */
export async function retireIngest(surroundings: Surroundings): Promise<void> {
  const stores = await openStores(surroundings)
  const { ingest, status } = ingestOn(surroundings, stores)
  await ingest.start()
  await ingest.retire()
  await status.stop()
  await stores.stop()
}

function ingestOn({ config, clock, log }: Surroundings, { telemetry, registry }: Stores) {
  const { url, replica } = config.mqtt
  if (url === undefined)
    throw new ConfigError(
      'BAKWACHT_MQTT_URL: got nothing, wanted the broker that ingest reads from',
    )
  const status = new StatusWriter({ devices: registry.devices, log })
  const acceptance = createAcceptance({ telemetry })
  const ingest = createIngest({ url, replica, acceptance, onStatus: status.put, clock, log })
  return { ingest, status }
}
