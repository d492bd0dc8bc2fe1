import { readFileSync } from 'node:fs'
import { StatusWriter } from '@bakwacht/acceptance'
import { createBrokerOnThread } from '@bakwacht/broker'
import { type Surroundings, stopAll } from '@bakwacht/runtime'
import type { Stores } from '@bakwacht/stores'
import type { Door } from './door.ts'

/** The embedded broker in a thread of its own: whatever the main thread does delays no sensor. */
export async function openEmbeddedDoor(
  { config, log }: Surroundings,
  { telemetry, registry, registrySource }: Stores,
): Promise<Door> {
  const { host } = config.mqtt
  const status = new StatusWriter({ devices: registry.devices, log })
  const broker = createBrokerOnThread({
    options: {
      host,
      mqttPort: config.mqtt.port,
      wsPort: config.mqtt.wsPort,
      ...(config.tls && { tls: certificate(config.tls) }),
      adminToken: config.adminToken,
    },
    store: telemetry.lendCommitter(),
    registry: registrySource,
    logLevel: config.logLevel,
    rehearsed: config.rehearsed,
    onStatus: status.put,
  })
  const { mqttPort, wsPort } = await broker.listen()
  return {
    mqtt: `${config.tls ? 'mqtts' : 'mqtt'}://${host}:${mqttPort}`,
    mqttWs: `${config.tls ? 'wss' : 'ws'}://${host}:${wsPort}`,
    publish: (topic, payload, options) => broker.publish(topic, payload, options),
    // Nothing is lost between two parts of one process.
    onReconnect: () => {},
    get counters() {
      return { ...broker.counters }
    },
    stop: () => stopAll([broker, status]),
  }
}

const certificate = ({ certFile, keyFile }: NonNullable<Surroundings['config']['tls']>) => ({
  cert: readFileSync(certFile),
  key: readFileSync(keyFile),
})
