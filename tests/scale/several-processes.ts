// The deployment of several processes on real servers, each started, killed and stopped alone.
import {
  available,
  type InfluxServer,
  type PostgresServer,
  startInflux,
  startPostgres,
} from '@bakwacht/test-support'
import { type Backend, type BackendOptions, startBackend } from '../system/backend.ts'
import { call, until } from '../system/call.ts'
import {
  type MosquittoWithAccounts,
  startMosquittoWithAccounts,
} from './mosquitto-with-accounts.ts'

export type Service = NonNullable<BackendOptions['service']>

export interface Servers {
  readonly mosquitto: MosquittoWithAccounts
  readonly postgres: PostgresServer
  readonly influx: InfluxServer
  /** Starts a service on them and waits until it is able; `stop` ends what still runs. */
  start(service: Service, env?: Readonly<Record<string, string>>): Promise<Backend>
  stop(): Promise<void>
}

export const hasServers = [
  available('mosquitto'),
  available('postgres'),
  available('influxdb'),
].every(Boolean)

export const ADMIN_TOKEN = 'an-admin-token-of-the-tests'

/** One call to the API as its administrator. */
export const askAsAdmin = <Answer>(
  api: Backend,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  call<Answer>(api, method, path, body, { authorization: `Bearer ${ADMIN_TOKEN}`, ...headers })

export async function startServers(): Promise<Servers> {
  const [mosquitto, postgres, influx] = await Promise.all([
    startMosquittoWithAccounts(),
    startPostgres(),
    startInflux(),
  ])
  const backends: Backend[] = []
  return {
    mosquitto,
    postgres,
    influx,
    async start(service, env = {}) {
      const backend = await startBackend({
        service,
        env: {
          BAKWACHT_MQTT_URL: mosquitto.url,
          BAKWACHT_DATABASE_URL: postgres.url,
          BAKWACHT_INFLUX_URL: influx.url,
          BAKWACHT_ADMIN_TOKEN: ADMIN_TOKEN,
          ...(service === 'ingest' && { BAKWACHT_MOSQUITTO_DIR: mosquitto.accounts }),
          ...env,
        },
      })
      backends.push(backend)
      await until(async () => (await fetch(`${backend.http}/readyz`)).ok, `${service} is ready`)
      return backend
    },
    async stop() {
      for (const backend of backends.reverse()) {
        await backend.stop()
        backend.removeData()
      }
      await Promise.all([mosquitto.stop(), postgres.stop(), influx.stop()])
    },
  }
}

/** Registers a device. @returns the URL that it connects to, once the broker lets it in */
export async function registerDevice(
  { mosquitto }: Servers,
  api: Backend,
  id: string,
  seat: object = {},
): Promise<string> {
  const device = await askAsAdmin<{ secret: string }>(api, 'POST', '/devices', { id, ...seat })
  return mosquitto.urlFor(id, device.secret)
}
