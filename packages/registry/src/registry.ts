// The port of everything that is no reading. Adapters share one Kysely implementation on SQLite
// and PostgreSQL. Whatever changes states, alerts, plans or runs appends to the event log in the
// same transaction, so nobody is told of what did not happen, or not told of what did.
import type { Calendar, Container, Depot, Settings, Site, Vehicle } from '@bakwacht/domain'
import type { BrokerAccounts } from './ports/broker-accounts.ts'
import type { Devices } from './ports/devices.ts'
import type { Events } from './ports/events.ts'
import type { Folds } from './ports/folds.ts'
import type { Idempotency, Jobs, Touched } from './ports/handed-on.ts'
import type { Learnt } from './ports/learnt.ts'
import type { Plans, Requests, Results } from './ports/plans.ts'
import type { Register } from './ports/register.ts'
import type { Alerts, States } from './ports/states.ts'
import type { Tokens } from './ports/tokens.ts'

export type * from './ports/broker-accounts.ts'
export type * from './ports/devices.ts'
export type * from './ports/events.ts'
export * from './ports/folds.ts'
export type * from './ports/handed-on.ts'
export * from './ports/learnt.ts'
export type * from './ports/plans.ts'
export type * from './ports/register.ts'
export type * from './ports/states.ts'
export type * from './ports/tokens.ts'

export interface Registry {
  readonly containers: Register<Container>
  readonly sites: Register<Site>
  readonly depots: Register<Depot>
  readonly vehicles: Register<Vehicle>
  readonly devices: Devices
  readonly calendar: {
    get(): Promise<Calendar>
    /** @param check is told what is stored, where nothing comes in between; what it throws leaves all as it was */
    put(calendar: Calendar, check?: (stored: Calendar) => void): Promise<void>
  }
  readonly settings: {
    current(): Promise<Settings>
    /**
     * @param expectedVersion the version that this one follows; not given: whatever there is
     * @returns the settings with their new version
     * @throws VersionConflict unless the newest version is the expected one
     */
    put(settings: Omit<Settings, 'version'>, expectedVersion?: number): Promise<Settings>
  }
  readonly states: States
  readonly alerts: Alerts
  readonly folds: Folds
  readonly learnt: Learnt
  readonly requests: Requests
  readonly plans: Plans
  readonly results: Results
  readonly tokens: Tokens
  readonly brokerAccounts: BrokerAccounts
  readonly events: Events
  readonly idempotency: Idempotency
  readonly jobs: Jobs
  readonly touched: Touched
  ready(): Promise<void>
  stop(): Promise<void>
}
