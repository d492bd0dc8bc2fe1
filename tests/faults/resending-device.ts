// A device as the contract wants it: keeps every reading until its PUBACK, through any crash of the backend.
import mqtt from 'mqtt'

export interface ResendingDevice {
  /** Resolves once all its readings are acknowledged. */
  readonly done: Promise<void>
  /** How many are acknowledged now. */
  readonly acknowledged: () => number
}

/** Sends the readings one after another, each until it is acknowledged. */
export function sendUntilAcknowledged(
  url: string,
  deviceId: string,
  readings: readonly object[],
): ResendingDevice {
  let acknowledged = 0
  const send = async () => {
    while (acknowledged < readings.length) {
      const client = mqtt.connect(url, {
        clientId: deviceId,
        clean: false,
        reconnectPeriod: 0,
        connectTimeout: 1000,
      })
      // A refused connection is what this test is about.
      client.on('error', () => {})
      try {
        await opened(client)
        while (acknowledged < readings.length) {
          await answered(client, deviceId, readings[acknowledged] ?? {})
          acknowledged++
        }
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50))
      } finally {
        client.end(true)
      }
    }
  }
  return { done: send(), acknowledged: () => acknowledged }
}

const opened = (client: mqtt.MqttClient) =>
  new Promise<void>((resolve, reject) => {
    client.once('connect', () => resolve())
    client.once('close', () => reject(new Error('closed')))
  })

const answered = (client: mqtt.MqttClient, deviceId: string, reading: object) =>
  new Promise<void>((resolve, reject) => {
    const closed = () => reject(new Error('closed'))
    client.once('close', closed)
    client.publish(
      `bakwacht/v1/devices/${deviceId}/telemetry`,
      JSON.stringify(reading),
      { qos: 1 },
      (error) => {
        client.off('close', closed)
        if (error) reject(error)
        else resolve()
      },
    )
  })
