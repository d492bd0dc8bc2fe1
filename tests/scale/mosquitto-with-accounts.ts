// Mosquitto as the compose file runs it, start.sh and all, on the folders and the port of a test.
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import {
  freePort,
  type MosquittoServer,
  startServer,
  temporaryFolder,
} from '@bakwacht/test-support'
import { root } from '../system/backend.ts'

export interface MosquittoWithAccounts extends MosquittoServer {
  /** For BAKWACHT_MOSQUITTO_DIR. */
  readonly accounts: string
  /** With the credentials of a device or a reader; `url` has the backend's. */
  urlFor(user: string, password: string): string
}

const BACKEND = 'backend:a-password-of-the-tests'

export async function startMosquittoWithAccounts(): Promise<MosquittoWithAccounts> {
  const folder = temporaryFolder('mosquitto')
  chmodSync(folder.path, 0o755)
  const [config, data, accounts] = ['config', 'data', 'accounts'].map((name) => {
    const path = join(folder.path, name)
    mkdirSync(path)
    return path
  }) as [string, string, string]
  const port = await freePort()
  const compose = join(root, 'infra/compose/mosquitto')
  cpSync(join(compose, 'acl'), join(config, 'acl'))
  writeFileSync(
    join(config, 'mosquitto.conf'),
    readFileSync(join(compose, 'mosquitto.conf'), 'utf8')
      .replace('listener 1883', `listener ${port} 127.0.0.1`)
      .replaceAll('/mosquitto/data', data),
  )
  const environment = [
    `MOSQUITTO_CONFIG=${config}`,
    `MOSQUITTO_DATA=${data}`,
    `MOSQUITTO_ACCOUNTS=${accounts}`,
    `MQTT_BACKEND_PASSWORD=${BACKEND.split(':')[1]}`,
    `PATH=${process.env.PATH}:/usr/sbin`,
  ]
  const start = () =>
    startServer({
      program: 'env',
      args: [...environment, 'sh', join(compose, 'start.sh')],
      ready: () => accepts(port),
    })
  let server = await start()
  const urlFor = (user: string, password: string) =>
    `mqtt://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}`
  return {
    url: `mqtt://${BACKEND}@127.0.0.1:${port}`,
    port,
    accounts,
    urlFor,
    kill: () => server.kill(),
    restart: async () => {
      await server.stop()
      server = await start()
    },
    stop: async () => {
      await server.stop()
      folder.remove()
    },
  }
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.end())
  })
