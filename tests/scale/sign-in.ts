import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { until } from '../system/call.ts'

/** One try. @returns why not, when the broker refuses */
export async function signIn(
  url: string,
  options: IClientOptions = {},
): Promise<MqttClient | string> {
  try {
    return await mqtt.connectAsync(url, { reconnectPeriod: 0, ...options })
  } catch (error) {
    return (error as Error).message
  }
}

/** Tries until the broker knows the account: it hears of new ones within some seconds. */
export async function signInSoon(url: string, options: IClientOptions = {}): Promise<MqttClient> {
  let last: MqttClient | string = ''
  await until(
    async () => {
      last = await signIn(url, options)
      return typeof last !== 'string'
    },
    'signed in',
    30_000,
  )
  return last as unknown as MqttClient
}
