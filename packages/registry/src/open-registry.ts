// Opens the registry on either database, with its tables up to date.
import type { Depot, Site, Vehicle } from '@bakwacht/domain'
import { MIGRATING_MS } from '@bakwacht/postgres'
import { createAlerts } from './alerts.ts'
import { createBrokerAccounts } from './broker-accounts.ts'
import { createCalendar } from './calendar.ts'
import { migrate } from './database/migrate.ts'
import { openPostgres } from './database/postgres.ts'
import type { Db } from './database/schema.ts'
import { openSqlite } from './database/sqlite.ts'
import { createWrite, newestNumber } from './database/writing.ts'
import { createDevices } from './devices/devices.ts'
import { createEvents } from './events.ts'
import { createFolds } from './folds.ts'
import { createIdempotency } from './idempotency.ts'
import { createJobs } from './jobs.ts'
import { createLearnt } from './learnt.ts'
import { createPlans } from './plans/plans.ts'
import { createContainers } from './registers/containers.ts'
import { createRegister } from './registers/register.ts'
import type { Registry } from './registry.ts'
import { createRequests } from './requests.ts'
import { createResults } from './results.ts'
import { createSettings } from './settings.ts'
import { createStates } from './states/states.ts'
import { createTokens } from './tokens.ts'
import { createTouched } from './touched.ts'

/** A file (made if it is not there, in a folder that is), or `postgres://…`. */
export type RegistrySource = { readonly sqliteFile: string } | { readonly url: string }

/**
 * Several threads may open one SQLite file and several processes one PostgreSQL database. One thread opens
 * a file once: SQLite waits for a writer by blocking its thread, in vain if the writer is on that same thread.
 * @param clock UTC ms: for what carries no time of its own
 */
export async function openRegistry(
  source: RegistrySource,
  { clock }: { readonly clock: () => number },
): Promise<Registry> {
  const db = await openDatabase(source)
  const stores = { db, write: createWrite(db), clock }
  let stopped: Promise<void> | undefined
  return {
    containers: createContainers(stores),
    sites: createRegister<Site>(stores, 'sites'),
    depots: createRegister<Depot>(stores, 'depots'),
    vehicles: createRegister<Vehicle>(stores, 'vehicles'),
    devices: createDevices(stores),
    calendar: createCalendar(stores),
    settings: createSettings(stores),
    states: createStates(stores),
    alerts: createAlerts(stores),
    folds: createFolds(stores),
    learnt: createLearnt(stores),
    requests: createRequests(stores),
    plans: createPlans(stores),
    results: createResults(stores),
    tokens: createTokens(stores),
    brokerAccounts: createBrokerAccounts(stores),
    events: createEvents(stores),
    idempotency: createIdempotency(stores),
    jobs: createJobs(stores),
    touched: createTouched(stores),
    ready: async () => {
      await newestNumber(db)
    },
    stop: () => {
      stopped ??= db.destroy()
      return stopped
    },
  }
}

/** With its tables up to date. */
async function openDatabase(source: RegistrySource): Promise<Db> {
  if (!('url' in source)) return migrated(openSqlite(source.sqliteFile))
  const migrating = await migrated(openPostgres(source.url, MIGRATING_MS))
  await migrating.destroy()
  return openPostgres(source.url)
}

async function migrated(db: Db): Promise<Db> {
  try {
    await migrate(db)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return db
}
