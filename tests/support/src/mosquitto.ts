// Debian's real Mosquitto on a free loopback port, with the settings that lose no messages.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
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

/**
 * @param extra lines for its configuration file
 * @throws Error where Mosquitto is not installed (ask `available('mosquitto')` first)
 */
export async function startMosquitto(extra: readonly string[] = []): Promise<MosquittoServer> {
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
  writeFileSync(config, [...configuration(port, store), ...extra, ''].join('\n'))
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

const configuration = (port: number, store: string) => [
  `listener ${port} 127.0.0.1`,
  'allow_anonymous true',
  'max_queued_messages 0',
  'max_inflight_messages 1000',
  'persistence true',
  'autosave_on_changes true',
  'autosave_interval 1',
  `persistence_location ${store}/`,
  'log_type error',
]

const accepts = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.end())
  })
