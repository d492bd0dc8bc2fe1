// What the planner's thread and the main thread say to each other: one asks for plans, the other for judgements.
import type { RehearsedTime } from '@bakwacht/runtime'
import type { PlannerTotals } from '../metrics.ts'
import type { PlannerSettings } from '../open-planner.ts'
import type { Said } from './conversation.ts'

export interface ThreadData {
  readonly settings: PlannerSettings
  readonly logLevel: string
  readonly rehearsed: RehearsedTime | undefined
}

export interface ThreadStart extends ThreadData {
  /** As in `Planner.start`. */
  readonly emptyAt: number | undefined
}

export type ToThread = Said | { readonly kind: 'stop' }

export type FromThread = Said | { readonly kind: 'totals'; readonly totals: PlannerTotals }
