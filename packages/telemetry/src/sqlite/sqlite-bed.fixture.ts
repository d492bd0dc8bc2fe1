import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import type { InfluxOptions } from '../influx/long-history.ts'
import { NOON, recordedLog } from '../reading.fixture.ts'
import type { TestBed } from '../test-bed.fixture.ts'
import { openSqliteTelemetry, type SqliteTelemetry } from './sqlite-telemetry.ts'

export interface SqliteBed extends TestBed {
  readonly file: string
  open(): Promise<SqliteTelemetry>
}

export async function sqliteBed(influx?: () => InfluxOptions): Promise<SqliteBed> {
  const folder = temporaryFolder('telemetry')
  const opened: SqliteTelemetry[] = []
  const options = influx?.()
  const bed: SqliteBed = {
    now: NOON,
    log: recordedLog(),
    file: join(folder.path, 'readings.sqlite'),
    open: async () => {
      const store = await openSqliteTelemetry({
        file: bed.file,
        clock: () => bed.now,
        log: bed.log,
        ...(options && { influx: options }),
      })
      opened.push(store)
      return store
    },
    remove: async () => {
      for (const store of opened) await store.stop()
      folder.remove()
    },
  }
  return bed
}
