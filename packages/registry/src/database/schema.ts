// The tables as TypeScript sees them; migrations/ makes them. Ids, times and what is searched are
// columns, the nested rest is JSON text. Times are UTC ms, booleans 0 or 1, the same on both databases.
import type { Kysely } from 'kysely'

export interface Tables {
  counters: { name: string; value: number }
  containers: RegisterRow
  sites: RegisterRow
  depots: RegisterRow
  vehicles: RegisterRow
  devices: DeviceRow
  assignments: {
    device_id: string
    container_id: string
    from_at: number
    to_at: number | null
    registered_at: number
  }
  settings: { version: number; body: string }
  calendars: { name: string; body: string }
  states: RegisterRow
  alerts: AlertRow
  fold_checkpoints: { container_id: string; at: number; state: string }
  fold_days: { container_id: string; day: number; hours: Uint8Array }
  touched: TouchedRow
  requests: RequestRow
  plans: PlanRow
  earlier_plans: EarlierPlanRow
  runs: RunRow
  results: ResultRow
  result_keys: { run_id: string; key: string }
  tokens: TokenRow
  events: EventRow
  event_cursors: { name: string; event_id: number }
  idempotency: { key: string; answer: string; at: number }
  jobs: JobRow
  learnt: { kind: string; scope: string; revision: number; at: number; body: string }
}

export type Db = Kysely<Tables>

/** `revision` grows over all tables with every write, so a reader can ask for what is newer. */
export interface RegisterRow {
  id: string
  revision: number
  body: string
}

export interface DeviceRow {
  id: string
  created_at: number
  active: number
  config: string
  status: string | null
  secret_hash: string | null
  mosquitto_password: string | null
}

export interface AlertRow {
  id: string
  container_id: string
  kind: string
  raised_at: number
  cleared_at: number | null
  status: string
  notified: number
  acked_at: number | null
  acked_by: string | null
  evidence: string
}

/** A container to fold again: from `since`, and what is claimed already from `claimed_since`. */
export interface TouchedRow {
  container_id: string
  since: number | null
  claimed_since: number | null
  claimed_until: number | null
  /** Of the touch that waits, or of the claim; whoever claims later has another. */
  mark: number
}

export interface RequestRow {
  id: string
  container_id: string
  kind: string
  note: string | null
  created_at: number
  closed_at: number | null
  /** The stop whose result closed it, `run/stop`; a corrected result opens it again. */
  closed_by: string | null
}

export interface PlanRow {
  id: string
  version: number
  date: string
  depot_id: string | null
  status: string
  created_at: number
  updated_at: number
  body: string
}

/** `body`: plan and runs, as they were. */
export interface EarlierPlanRow {
  plan_id: string
  version: number
  kept_at: number
  body: string
}

export interface RunRow {
  id: string
  plan_id: string
  version: number
  date: string
  depot_id: string
  vehicle_id: string
  status: string
  departure: number
  arrival: number
  body: string
}

/** Without a foreign key to runs: what a driver did stays known when the plan no longer does. */
export interface ResultRow {
  run_id: string
  stop_id: string
  container_id: string | null
  outcome: string
  kg: number | null
  wet_kg: number | null
  destination: string | null
  note: string | null
  at: number
  /** The container's lastEmptiedAt before this result, to go back to when the driver corrects it. */
  emptied_before: number | null
  /** Of its stop when the result came; `null`: of a time when this was not kept. */
  expected_l: number | null
  trip: number | null
  revision: number
}

export interface TokenRow {
  id: string
  name: string
  role: string
  run_id: string | null
  created_at: number
  expires_at: number | null
  secret_hash: string
  mosquitto_password: string | null
}

export interface EventRow {
  id: number
  at: number
  kind: string
  subject: string
  payload: string
}

export interface JobRow {
  id: string
  seq: number
  kind: string
  payload: string
  claimed_at: number | null
  finished_at: number | null
  outcome: string | null
}
