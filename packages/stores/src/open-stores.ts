// Opens the two stores that a configuration names: PostgreSQL for both, or two files in the data folder.
import { openRegistry, type Registry, type RegistrySource } from '@bakwacht/registry'
import type { Surroundings } from '@bakwacht/runtime'
import {
  openPostgresTelemetry,
  openSqliteTelemetry,
  type TelemetryStore,
} from '@bakwacht/telemetry'
import { takeDataFolder } from './data-folder.ts'

export interface Stores {
  readonly telemetry: TelemetryStore
  readonly registry: Registry
  /** How another thread opens a registry of its own. */
  readonly registrySource: RegistrySource
  /** Closes both and lets go of the data folder. Safe to call twice. */
  stop(): Promise<void>
}

type Opening = Pick<Surroundings, 'config' | 'clock' | 'log'>

/** @throws DataFolderUnusable, TelemetryUnavailable, or the database's own error */
export const openStores = (opening: Opening): Promise<Stores> =>
  opening.config.databaseUrl === undefined
    ? openFiles(opening)
    : openPostgres(opening, opening.config.databaseUrl)

async function openFiles({ config, clock, log }: Opening): Promise<Stores> {
  const folder = await takeDataFolder(config.dataDir)
  try {
    const telemetry = await openSqliteTelemetry({
      file: folder.readingsFile,
      ...{ clock, log },
      ...(config.influx && { influx: config.influx }),
    })
    const registrySource = { sqliteFile: folder.registryFile }
    return await withRegistry(telemetry, registrySource, clock, () => folder.release())
  } catch (error) {
    folder.release()
    throw error
  }
}

async function openPostgres({ config, clock, log }: Opening, url: string): Promise<Stores> {
  const telemetry = await openPostgresTelemetry({
    ...{ url, clock, log },
    ...(config.influx && { influx: config.influx }),
  })
  return withRegistry(telemetry, { url }, clock, () => {})
}

/** Opens the registry beside it; without one it is closed again. */
async function withRegistry(
  telemetry: TelemetryStore,
  registrySource: RegistrySource,
  clock: Opening['clock'],
  afterwards: () => void,
): Promise<Stores> {
  try {
    const registry = await openRegistry(registrySource, { clock })
    return stores({ telemetry, registry, registrySource }, afterwards)
  } catch (error) {
    await telemetry.stop()
    throw error
  }
}

function stores(opened: Omit<Stores, 'stop'>, afterwards: () => void): Stores {
  let stopped: Promise<void> | undefined
  const stop = async () => {
    await opened.telemetry.stop()
    await opened.registry.stop()
    afterwards()
  }
  return {
    ...opened,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}
