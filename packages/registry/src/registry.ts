// The port of everything that is no reading. Adapters share one Kysely implementation on SQLite
// and PostgreSQL. Whatever changes states, alerts, plans or runs appends to the event log in the
// same transaction, so nobody is told of what did not happen, or not told of what did.
import type {
  Alert,
  AlertEpisode,
  Assignment,
  Calendar,
  CollectionRequest,
  Container,
  ContainerState,
  Depot,
  Device,
  DeviceConfig,
  DeviceStatus,
  Plan,
  Run,
  Settings,
  Site,
  StopResult,
  Vehicle,
} from '@bakwacht/domain'

export interface Page<Row> {
  readonly items: readonly Row[]
  readonly nextCursor: string | null
}
export interface PageRequest {
  readonly limit: number
  readonly cursor?: string
}

/** A register of things with an id. `put` inserts or replaces; nothing is ever deleted. */
export interface Register<Thing> {
  all(): Promise<readonly Thing[]>
  page(request: PageRequest): Promise<Page<Thing>>
  find(id: string): Promise<Thing | undefined>
  /** All in one transaction. @returns which ids were new */
  put(things: readonly Thing[]): Promise<{ readonly created: readonly string[] }>
}

export interface Devices extends Register<Device> {
  /** Makes (or renews) the device's secret; it is stored hashed and returned this once. @throws UnknownId */
  issueSecret(deviceId: string): Promise<string>
  /** True if the device is registered, active and the secret is its own. Constant time. */
  verify(deviceId: string, secret: string): Promise<boolean>
  /**
   * Ends the device's current assignment and the container's current device at `from`, and begins this one.
   * The assignment that is there already is given back as it is.
   * @throws UnknownId, or AssignmentConflict when device or container has one that begins after `from`
   */
  assign(assignment: {
    readonly deviceId: string
    readonly containerId: string
    readonly from: number
  }): Promise<Assignment>
  unassign(deviceId: string, at: number): Promise<void>
  /** Assignments overlapping `[from, to)`, by time; filters are optional. */
  assignments(filter?: {
    readonly deviceId?: string
    readonly containerId?: string
    readonly from?: number
    readonly to?: number
  }): Promise<readonly Assignment[]>
  /** Ignored for an unknown device, and when a newer status is known. */
  setStatus(deviceId: string, status: DeviceStatus): Promise<void>
  /** @returns the configuration with its `rev`, greater if anything changed. @throws UnknownId */
  setConfig(deviceId: string, config: Omit<DeviceConfig, 'rev'>): Promise<DeviceConfig>
}

/** What a thresholds round decided for one container: applied whole. */
export interface StateChange {
  readonly state: ContainerState
  /** All episodes of this container that begin or last at or after `alertsSince`. */
  readonly alertsSince: number
  readonly episodes: readonly AlertEpisode[]
}

export interface States {
  all(): Promise<readonly ContainerState[]>
  find(containerId: string): Promise<ContainerState | undefined>
  /**
   * Stores states and reconciles alerts in one transaction: an episode with the same (kind, raisedAt)
   * keeps its alert (a changed `clearedAt` clears or re-opens it), a new one makes an alert (not notified
   * when it is over already), a stored alert raised at or after `alertsSince`, or open, without its episode becomes `retracted`.
   * A state that differs in `evaluatedAt` alone is not written, so the stored one keeps the time of the first
   * evaluation that said so. Events are for what a reader would notice (states/noticeable.ts); the same changes
   * again write and log nothing.
   * @returns alerts raised, cleared or retracted now, without those that were over before anybody knew
   */
  apply(changes: readonly StateChange[], now: number): Promise<readonly Alert[]>
}

export interface Alerts {
  page(
    filter: PageRequest & { readonly open?: boolean; readonly containerId?: string },
  ): Promise<Page<Alert>>
  find(id: string): Promise<Alert | undefined>
  open(containerIds?: readonly string[]): Promise<readonly Alert[]>
  ack(id: string, by: string, at: number): Promise<Alert | undefined>
}

/** Folded values that outlive a restart; opaque to the registry. Written by thresholds alone. */
export interface Folds {
  /** The newest checkpoint at or before `at`, per container. */
  checkpoints(containerIds: readonly string[], at: number): Promise<readonly FoldCheckpoint[]>
  /** Stores checkpoints and hours; removes the container's checkpoints after `replacesFrom` and those before `keepFrom` but the last. */
  save(changes: readonly FoldChange[]): Promise<void>
  /** Hourly values of UTC days in `[fromDay, toDay]` (days since 1970), for neighbours and pages. */
  days(
    containerIds: readonly string[],
    fromDay: number,
    toDay: number,
  ): Promise<readonly FoldedDay[]>
}
export interface FoldCheckpoint {
  readonly containerId: string
  /** UTC ms: all events observed before this are folded in. */
  readonly at: number
  /** JSON. */
  readonly state: string
}
export interface FoldedDay {
  readonly containerId: string
  /** Days since 1970-01-01 UTC. */
  readonly day: number
  /** 24 hourly slots × the fields of domain's hourly record. */
  readonly hours: Uint8Array
}
export interface FoldChange {
  readonly containerId: string
  readonly replacesFrom: number
  readonly keepFrom: number
  readonly checkpoints: readonly FoldCheckpoint[]
  readonly days: readonly FoldedDay[]
}

export interface Requests {
  open(containerIds?: readonly string[]): Promise<readonly CollectionRequest[]>
  add(request: CollectionRequest): Promise<CollectionRequest>
  close(ids: readonly string[], at: number): Promise<void>
}

/** A plan together with its runs. */
export interface PlanWithRuns {
  readonly plan: Plan
  readonly runs: readonly Run[]
}

export interface Plans {
  find(id: string): Promise<PlanWithRuns | undefined>
  /** There is one plan per date and depot. */
  findFor(date: string, depotId: string | null): Promise<PlanWithRuns | undefined>
  page(filter: PageRequest & { readonly date?: string }): Promise<Page<PlanWithRuns>>
  runs(
    filter: PageRequest & {
      readonly date?: string
      readonly vehicleId?: string
      readonly status?: readonly Run['status'][]
    },
  ): Promise<Page<Run>>
  run(id: string): Promise<Run | undefined>
  /**
   * Writes plan and runs as they now are; runs of the plan that are not given are removed.
   * Versions grow by themselves where the given ones do not; a run that says the same keeps its own.
   * A plan becomes `approved` when one of its runs is approved, started or done.
   * @throws VersionConflict unless the stored version is `expectedVersion` (0: there must be none)
   */
  save(next: PlanWithRuns, expectedVersion: number): Promise<void>
  /**
   * Stores one result; the same `idempotencyKey`, or the same result, again changes nothing. Another result for the
   * stop replaces the first, and takes back what that one did. Recomputes the run's and plan's status,
   * closes the container's requests and sets its lastEmptiedAt when it was emptied.
   * @returns the run as it now is, or undefined if there is no such run or stop
   */
  addResult(result: {
    readonly runId: string
    readonly stopId: string
    readonly result: StopResult
    readonly idempotencyKey: string | null
    readonly now: number
  }): Promise<{ readonly run: Run; readonly repeated: boolean } | undefined>
  /** Ends runs whose shift ended 12 h ago (docs: undriven stops become eligible again). @returns the runs ended */
  endOverdue(now: number): Promise<readonly Run[]>
}

/** What a driver reported of a container, for folds and planning. `kg` and outcome as in the stop's result. */
export interface ContainerResult extends StopResult {
  readonly runId: string
  readonly stopId: string
  readonly containerId: string
}

export interface Results {
  /** By `at`; `[from, to)`. */
  of(containerIds: readonly string[], from: number, to: number): Promise<readonly ContainerResult[]>
}

export type Role = 'admin' | 'planner' | 'driver' | 'viewer' | 'device-manager'

export interface Token {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** A driver token for one run alone. */
  readonly runId: string | null
  readonly createdAt: number
  readonly expiresAt: number | null
}

export interface Tokens {
  all(): Promise<readonly Token[]>
  /** @returns the token's secret this once; only its hash is kept */
  issue(token: Omit<Token, 'id'>): Promise<{ readonly token: Token; readonly secret: string }>
  /** The token that this secret belongs to, unless revoked or expired. */
  verify(secret: string, now: number): Promise<Token | undefined>
  revoke(id: string): Promise<boolean>
}

export interface LoggedEvent {
  /** Grows; an SSE id and an MQTT `event_id`. */
  readonly id: number
  readonly at: number
  readonly kind: 'state' | 'alert' | 'plan' | 'run' | 'vehicle_run' | 'device_config'
  /** Container, plan, run, vehicle or device. */
  readonly subject: string
  /**
   * The domain's object as it now is (ContainerState, Alert, Run, DeviceConfig); of a plan without
   * `notCollected` but with `notCollectedCount`; of a vehicle `{run: Run | null}`, null when it has
   * nothing to drive any more. A run that its plan no longer has is logged as `cancelled`.
   */
  readonly payload: Readonly<Record<string, unknown>>
}

export interface Events {
  after(id: number, limit: number): Promise<readonly LoggedEvent[]>
  newestId(): Promise<number>
  /** Durable cursors by name, for publishers. */
  cursor(name: string): Promise<number>
  setCursor(name: string, id: number): Promise<void>
  /** Removes those older than this. */
  forget(before: number): Promise<void>
}

export interface Idempotency {
  /** The answer given to this key before, if any. */
  find(key: string): Promise<string | undefined>
  remember(key: string, answer: string, now: number): Promise<void>
}

export interface Registry {
  readonly containers: Register<Container>
  readonly sites: Register<Site>
  readonly depots: Register<Depot>
  readonly vehicles: Register<Vehicle>
  readonly devices: Devices
  readonly calendar: { get(): Promise<Calendar>; put(calendar: Calendar): Promise<void> }
  readonly settings: {
    current(): Promise<Settings>
    /** @returns the settings with their new version */
    put(settings: Omit<Settings, 'version'>): Promise<Settings>
  }
  readonly states: States
  readonly alerts: Alerts
  readonly folds: Folds
  readonly requests: Requests
  readonly plans: Plans
  readonly results: Results
  readonly tokens: Tokens
  readonly events: Events
  readonly idempotency: Idempotency
  readonly jobs: Jobs
  /** Containers whose events changed without a reading (result, assignment, calibration): for thresholds. */
  readonly touched: {
    claim(
      limit: number,
      now: number,
    ): Promise<
      readonly { readonly containerId: string; readonly since: number; readonly mark: number }[]
    >
    settle(
      claimed: readonly { readonly containerId: string; readonly mark: number }[],
    ): Promise<void>
  }
  ready(): Promise<void>
  stop(): Promise<void>
}

export class VersionConflict extends Error {
  readonly code = 'VERSION_CONFLICT'
  readonly expected: number
  readonly got: number

  constructor(expected: number, got: number) {
    super(`expected version ${expected}, found ${got}`)
    this.expected = expected
    this.got = got
  }
}

/** Work handed from one process to another (the api asks, the planner does). */
export interface Jobs {
  /** @returns the job's id */
  submit(kind: string, payload: Readonly<Record<string, unknown>>, now: number): Promise<string>
  /** Takes the oldest waiting job for this process; one claimed longer than `staleMs` ago is taken again. */
  claim(now: number, staleMs: number): Promise<Job | undefined>
  finish(id: string, outcome: JobOutcome, now: number): Promise<void>
  outcome(id: string): Promise<JobOutcome | undefined>
}

export interface Job {
  readonly id: string
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
}

export type JobOutcome =
  | { readonly kind: 'done'; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }
