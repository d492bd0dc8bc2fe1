// The port through which plans are made and changed. The planner service implements it;
// the api calls it, in process or across processes through the registry's jobs.
import type { Settings } from '@bakwacht/domain'
import { type Hindrance, hindranceText } from './hindrance/hindrance.ts'
import type { PlanWithRuns } from './planned.ts'
import type { Trial } from './trial/trial.ts'

export interface PlanRequest {
  /** Local date `YYYY-MM-DD`. */
  readonly date: string
  readonly depotId: string | null
}

export type PlanOp =
  | { readonly op: 'approve'; readonly runIds?: readonly string[] }
  | { readonly op: 'unapprove' }
  | { readonly op: 'cancel'; readonly runIds?: readonly string[] }
  | { readonly op: 'assign_driver'; readonly runId: string; readonly driver: string | null }
  | { readonly op: 'lock'; readonly stopId: string; readonly lock: 'none' | 'vehicle' | 'position' }
  | ({
      readonly op: 'move'
      readonly stopId: string
      /** Absent: where it costs least. */
      readonly seq?: number
    } & Target)
  | { readonly op: 'drop'; readonly stopId: string }
  | ({
      readonly op: 'add'
      readonly containerId: string
      readonly seq?: number
    } & Target)
  | { readonly op: 'reoptimise'; readonly runIds?: readonly string[] }
  | { readonly op: 'restore'; readonly version: number }

/** A run of the plan, or a vehicle: one that stays in so far gets a run by this. */
interface Target {
  readonly runId?: string
  readonly vehicleId?: string
}

/** After minus before. */
export interface PlanDelta {
  readonly cost: number
  readonly distanceM: number
  readonly durationS: number
}

export interface TrialRequest {
  /** `null`: the date that a plan made now is for. */
  readonly date: string | null
  readonly settings: Settings
}

export interface PlanMaker {
  /**
   * Makes the date's plan, or makes it again (drafts only; approved and started runs stand), and stores it.
   * @returns its id: a large day is megabytes, and not everybody who has it made wants to see it
   */
  make(request: PlanRequest): Promise<string>
  /**
   * Applies all ops or none.
   * @throws VersionConflict (registry), or PlanOpRefused naming the op and why
   */
  change(
    planId: string,
    ops: readonly PlanOp[],
    expectedVersion: number,
    dryRun: boolean,
  ): Promise<{ readonly planned: PlanWithRuns; readonly delta: PlanDelta }>
  /**
   * What other settings would make of a day. Stores nothing.
   * @param signal nobody waits for it any more: no further search is begun, and it throws
   */
  trySettings(request: TrialRequest, signal?: AbortSignal): Promise<Trial>
}

/** An op that cannot be done: what was asked, and why not. */
export class PlanOpRefused extends Error {
  readonly code = 'PLAN_OP_REFUSED'
  readonly op: PlanOp
  readonly why: Hindrance

  constructor(op: PlanOp, why: Hindrance) {
    super(`cannot ${op.op}: ${hindranceText(why, 'en')}`)
    this.op = op
    this.why = why
  }
}
