// What the API is given, and what its routes share.
import type { decodeOnly } from '@bakwacht/acceptance'
import type { Basemap } from '@bakwacht/basemap'
import type { PlanMaker } from '@bakwacht/planning'
import type { Registry } from '@bakwacht/registry'
import type { Clock, Config, Log, Metrics } from '@bakwacht/runtime'
import type { TelemetryStore } from '@bakwacht/telemetry'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { FleetMap } from './fleet/fleet-map.ts'
import type { Background } from './server/background.ts'
import type { DoOnce } from './server/idempotency.ts'
import type { EventPulse } from './stream/event-pulse.ts'

export interface ApiDependencies {
  readonly config: Config
  readonly registry: Registry
  readonly telemetry: TelemetryStore
  readonly planMaker: PlanMaker
  /** Decodes a payload as the doors do, and stores nothing. */
  readonly decode: typeof decodeOnly
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  /** A new unique id for a plan, a request … */
  readonly ids: () => string
  /** How often the event log is looked at for streams. */
  readonly streamPollMs?: number
}

export interface ApiContext extends ApiDependencies {
  readonly basemap: Basemap
  readonly fleetMap: FleetMap
  readonly pulse: EventPulse
  readonly once: DoOnce
  readonly background: Background
  /** Where this instance is reached, without a slash at the end. Known once it listens. */
  readonly publicUrl: () => string
}

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>
