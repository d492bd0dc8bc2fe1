// Debian's real Mosquitto on a free loopback port, with the settings that we ship, but open to all.
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { programOf, whyMissing } from './real-server.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface MosquittoServer {
  readonly url: string
  readonly port: number
  kill(): Promise<void>
  /** Starts it again on the same port with the sessions that it saved. */
  restart(): Promise<void>
  stop(): Promise<void>
}

const SHIPPED = join(import.meta.dirname, '../../../infra/compose/mosquitto/mosquitto.conf')
/** Who may do what is tested with start.sh, which keeps those files. */
const ACCOUNTS = ['allow_anonymous', 'password_file', 'acl_file']

/** @throws Error where Mosquitto is not installed (ask `available('mosquitto')` first) */
export async function startMosquitto(): Promise<MosquittoServer> {
  const program = programOf('mosquitto')
  if (program === undefined) throw new Error(whyMissing('mosquitto'))
  const folder = temporaryFolder('mosquitto')
  const port = await freePort()
  const config = join(folder.path, 'mosquitto.conf')
  // Started by root it becomes the user `mosquitto`, who must be able to write here.
  const store = join(folder.path, 'store')
  mkdirSync(store)
  chmodSync(folder.path, 0o755)
  chmodSync(store, 0o777)
  writeFileSync(config, configuration(port, store))
  const start = () => startServer({ program, args: ['-c', config], ready: () => accepts(port) })
  let server: ServerProcess = await start()
  return {
    url: `mqtt://127.0.0.1:${port}`,
    port,
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

function configuration(port: number, store: string): string {
  const lines = readFileSync(SHIPPED, 'utf8')
    .replace('listener 1883', `listener ${port} 127.0.0.1`)
    .replaceAll('/mosquitto/data', store)
    .split('\n')
    .filter((line) => !ACCOUNTS.includes(line.split(' ', 1)[0] ?? ''))
  return [...lines, 'allow_anonymous true', 'log_type error', ''].join('\n')
}

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.end())
  })
