import type { PostgresServer } from '@bakwacht/test-support'
import type { InfluxOptions } from '../influx/long-history.ts'
import { NOON, recordedLog } from '../reading.fixture.ts'
import type { TelemetryStore } from '../telemetry-store.ts'
import type { TestBed } from '../test-bed.fixture.ts'
import { openPostgresTelemetry } from './postgres-telemetry.ts'

export interface PostgresBed extends TestBed {
  readonly url: string
}

export async function postgresBed(
  server: PostgresServer,
  influx?: () => InfluxOptions,
): Promise<PostgresBed> {
  const url = await server.newDatabase()
  const opened: TelemetryStore[] = []
  const options = influx?.()
  const bed: PostgresBed = {
    now: NOON,
    log: recordedLog(),
    url,
    open: async () => {
      const store = await openPostgresTelemetry({
        url,
        clock: () => bed.now,
        log: bed.log,
        ...(options && { influx: options }),
      })
      opened.push(store)
      return store
    },
    remove: async () => {
      for (const store of opened) await store.stop()
    },
  }
  return bed
}
