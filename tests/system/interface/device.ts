// A sensor that says exactly what a test gives it.
import mqtt, { type IClientOptions } from 'mqtt'
import type { Backend } from '../backend.ts'

export const telemetryTopic = (id: string) => `bakwacht/v1/devices/${id}/telemetry`

/** Says it on a connection of its own; resolves when it is acknowledged. */
export async function say(
  backend: Pick<Backend, 'mqttUrl'>,
  id: string,
  payload: object | string | Buffer,
  options: IClientOptions = {},
): Promise<void> {
  const client = await mqtt.connectAsync(backend.mqttUrl, {
    clientId: id,
    reconnectPeriod: 0,
    ...options,
  })
  const bytes =
    typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload)
  await client.publishAsync(telemetryTopic(id), bytes, { qos: 1 })
  await client.endAsync()
}

export interface Heard {
  readonly topic: string
  readonly text: string
  readonly retain: boolean
}

/** Subscribes and gathers all that comes. */
export async function listen(
  url: string,
  filter: string,
  options: IClientOptions = {},
): Promise<{ readonly heard: readonly Heard[]; readonly stop: () => Promise<void> }> {
  const heard: Heard[] = []
  const client = await mqtt.connectAsync(url, { reconnectPeriod: 0, ...options })
  client.on('message', (topic, payload, packet) =>
    heard.push({ topic, text: payload.toString(), retain: packet.retain }),
  )
  await client.subscribeAsync(filter, { qos: 1 })
  return { heard, stop: () => client.endAsync() }
}
