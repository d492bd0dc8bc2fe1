// The stores that the API's tests run on: two files of their own, unless a file says otherwise.
import { join } from 'node:path'
import { openRegistry, type Registry } from '@bakwacht/registry'
import { silentLog } from '@bakwacht/runtime'
import {
  openPostgresTelemetry,
  openSqliteTelemetry,
  type TelemetryStore,
} from '@bakwacht/telemetry'
import { type PostgresServer, startPostgres, temporaryFolder } from '@bakwacht/test-support'
import { afterAll, beforeAll } from 'vitest'

interface OpenedStores extends AsyncDisposable {
  readonly registry: Registry
  readonly telemetry: TelemetryStore
}
type OpenStores = (clock: () => number) => Promise<OpenedStores>

let open: OpenStores = openFiles
export const openStores: OpenStores = (clock) => open(clock)

async function openFiles(clock: () => number): Promise<OpenedStores> {
  const folder = temporaryFolder('api')
  const file = (name: string) => join(folder.path, name)
  const registry = await openRegistry({ sqliteFile: file('r.sqlite') }, { clock })
  const telemetry = await openSqliteTelemetry({ file: file('t.sqlite'), clock, log: silentLog })
  return opened(registry, telemetry, () => folder.remove())
}

/** From here on each test of this file has a PostgreSQL database of its own. */
export function runOnPostgres(): { readonly stop: () => Promise<void> } {
  let server: PostgresServer
  let withTables: string
  beforeAll(async () => {
    server = await startPostgres()
    withTables = server.url
    const { [Symbol.asyncDispose]: close } = await openDatabase(withTables, () => 0)
    await close()
    open = async (clock) => openDatabase(await server.newDatabase(withTables), clock)
  })
  afterAll(() => server.stop())
  return { stop: () => server.stop() }
}

async function openDatabase(url: string, clock: () => number): Promise<OpenedStores> {
  const registry = await openRegistry({ url }, { clock })
  const telemetry = await openPostgresTelemetry({ url, clock, log: silentLog })
  return opened(registry, telemetry, () => {})
}

function opened(registry: Registry, telemetry: TelemetryStore, afterwards: () => void) {
  return {
    registry,
    telemetry,
    async [Symbol.asyncDispose]() {
      await telemetry.stop()
      await registry.stop()
      afterwards()
    },
  }
}
