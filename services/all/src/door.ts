// How telemetry comes in and announcements go out: through the embedded broker, or a client of an
// external one. Either way a reading is acknowledged only once it is committed.
import { createAcceptance, StatusWriter } from '@bakwacht/acceptance'
import { createIngest, keepMosquittoAccounts } from '@bakwacht/ingest'
import { type Surroundings, stopAll } from '@bakwacht/runtime'
import type { Stores } from '@bakwacht/stores'

export interface Door {
  /** `mqtt://…` that devices connect to. */
  readonly mqtt: string
  readonly mqttWs: string | undefined
  publish(
    topic: string,
    payload: string,
    options: { readonly qos: 0 | 1; readonly retain: boolean },
  ): Promise<void>
  /** Called when what is retained may have to be said again. */
  onReconnect(listener: () => void): void
  readonly counters: Readonly<Record<string, number>>
  stop(): Promise<void>
}

export async function openExternalDoor(
  { config, clock, log }: Surroundings,
  { telemetry, registry }: Stores,
  url: string,
): Promise<Door> {
  const status = new StatusWriter({ devices: registry.devices, log })
  const ingest = createIngest({
    ...{ url, clock, log },
    replica: config.mqtt.replica,
    acceptance: createAcceptance({ telemetry }),
    onStatus: status.put,
  })
  const folder = config.mqtt.mosquittoDir
  const accounts =
    folder === undefined
      ? undefined
      : await keepMosquittoAccounts({
          ...{ folder, url, adminToken: config.adminToken },
          ...{ registry, clock, log },
        })
  const letDevicesIn = () => void ingest.caughtUp().then(accounts?.letDevicesIn)
  ingest.onReconnect(letDevicesIn)
  await ingest.start()
  letDevicesIn()
  return {
    mqtt: withoutPassword(url),
    mqttWs: undefined,
    publish: (topic, payload, options) => ingest.publish(topic, payload, options),
    onReconnect: (listener) => ingest.onReconnect(listener),
    get counters() {
      return { ...ingest.counters }
    },
    stop: () => stopAll([ingest, status, accounts]),
  }
}

function withoutPassword(url: string): string {
  const shown = new URL(url)
  shown.username = ''
  shown.password = ''
  return shown.href
}
