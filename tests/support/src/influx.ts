// Debian's real InfluxDB 1.6.7 with a private configuration in a temporary folder.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from './free-port.ts'
import { programOf, whyMissing } from './real-server.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface InfluxServer {
  /** The same before and after a restart. */
  readonly url: string
  readonly pid: number
  /** SIGKILL, as a crash. The data stay. */
  kill(): Promise<void>
  /** Starts it again on the same port and data. */
  restart(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/** @throws Error where InfluxDB is not installed (ask `available('influxdb')` first) */
export async function startInflux(): Promise<InfluxServer> {
  const program = programOf('influxdb')
  if (program === undefined) throw new Error(whyMissing('influxdb'))
  const folder = temporaryFolder('influx')
  const [http, rpc] = [await freePort(), await freePort()]
  const config = join(folder.path, 'influxdb.conf')
  writeFileSync(config, configuration(folder.path, http, rpc))
  const url = `http://127.0.0.1:${http}`
  const start = () =>
    startServer({
      program,
      args: ['run', '-config', config],
      ready: async () => (await fetch(`${url}/ping`)).status === 204,
    })
  let server: ServerProcess = await start()
  return {
    url,
    get pid() {
      return server.pid
    },
    kill: () => server.kill(),
    restart: async () => {
      await server.kill()
      server = await start()
    },
    stop: async () => {
      await server.stop()
      folder.remove()
    },
  }
}

function configuration(folder: string, http: number, rpc: number): string {
  for (const name of ['meta', 'data', 'wal']) mkdirSync(join(folder, name))
  return `
reporting-disabled = true
bind-address = "127.0.0.1:${rpc}"
[meta]
  dir = "${folder}/meta"
[data]
  dir = "${folder}/data"
  wal-dir = "${folder}/wal"
  series-id-set-cache-size = 100
[http]
  bind-address = "127.0.0.1:${http}"
  log-enabled = false
[logging]
  level = "error"
[monitor]
  store-enabled = false
`
}
