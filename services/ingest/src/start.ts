import { createAcceptance, StatusWriter } from '@bakwacht/acceptance'
import { Announcer, keepEventLogShort } from '@bakwacht/announcer'
import {
  ConfigError,
  type Running,
  type Surroundings,
  serveOperations,
  stopAll,
} from '@bakwacht/runtime'
import { addReadingMetrics, openStores, type Stores } from '@bakwacht/stores'
import { addIngestMetrics } from './metrics.ts'
import { keepMosquittoAccounts } from './mosquitto/keep-accounts.ts'
import { createIngest } from './service.ts'

/** Every replica takes telemetry in; the one with this name also says what the backend has to say. */
const ANNOUNCING_REPLICA = '1'

/** Ingest alone in a process, between the broker and the stores that the configuration names. */
export async function startIngest(surroundings: Surroundings): Promise<Running> {
  const { config } = surroundings
  const stores = await openStores(surroundings)
  const { ingest, status } = ingestOn(surroundings, stores)
  // Before the broker is there: without these files it may not let us in.
  const accounts = await keepAccounts(surroundings, stores)
  const operations = await serveOperationsOf(surroundings, stores, ingest)
  const letDevicesIn = () => void ingest.caughtUp().then(accounts?.letDevicesIn)
  ingest.onReconnect(letDevicesIn)
  await ingest.start()
  letDevicesIn()
  const speaking =
    config.mqtt.replica === ANNOUNCING_REPLICA ? speak(surroundings, stores, ingest) : undefined
  return { stop: () => stopAll([speaking, ingest, status, accounts, operations, stores]) }
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

function ingestOn(surroundings: Surroundings, { telemetry, registry }: Stores) {
  const { config, clock, log } = surroundings
  const status = new StatusWriter({ devices: registry.devices, log })
  const acceptance = createAcceptance({ telemetry })
  const url = brokerUrl(surroundings)
  const { replica } = config.mqtt
  const ingest = createIngest({ url, replica, acceptance, onStatus: status.put, clock, log })
  return { ingest, status }
}

async function keepAccounts(surroundings: Surroundings, { registry }: Stores) {
  const { config, clock, log } = surroundings
  const folder = config.mqtt.mosquittoDir
  if (folder === undefined) return undefined
  return keepMosquittoAccounts({
    ...{ folder, url: brokerUrl(surroundings), adminToken: config.adminToken },
    ...{ registry, clock, log },
  })
}

function brokerUrl({ config }: Surroundings): string {
  if (config.mqtt.url === undefined)
    throw new ConfigError('BAKWACHT_MQTT_URL: got nothing, wanted the broker where devices publish')
  return config.mqtt.url
}

type StartedIngest = ReturnType<typeof createIngest>

function serveOperationsOf(
  { config, metrics, log }: Surroundings,
  { telemetry, registry }: Stores,
  ingest: StartedIngest,
): Promise<Running> {
  addReadingMetrics(metrics, telemetry)
  addIngestMetrics(metrics, ingest)
  const ready = async () => {
    if (!ingest.connected)
      throw new Error('the external broker is not there, or refuses our subscription')
    await Promise.all([telemetry.ready(), registry.ready()])
  }
  return serveOperations({ config, metrics, log, ready })
}

/** What one process alone does for all: announce, and keep the event log short. */
function speak({ clock, log }: Surroundings, { registry }: Stores, ingest: StartedIngest): Running {
  const announcer = new Announcer({ registry, publish: ingest.publish, log })
  ingest.onReconnect(() => announcer.sayAgain())
  announcer.start()
  const eventLog = keepEventLogShort({ events: registry.events, clock, log })
  return { stop: () => stopAll([eventLog, announcer]) }
}
