import { randomUUID } from 'node:crypto'
import type { JudgeOtherwise } from '@bakwacht/plan-queue'
import { openRegistry, type Registry, type RegistrySource } from '@bakwacht/registry'
import { type ConfiguredRoads, openRoads, type RoadsOptions } from '@bakwacht/roads'
import type { Clock, Log } from '@bakwacht/runtime'
import { createPlanner, type Planner, type PlannerOptions } from './service.ts'

/** Plain data, so that it can be said to another thread. */
export interface PlannerSettings
  extends Pick<RoadsOptions, 'dataDir' | 'valhallaUrl' | 'valhallaTiles'>,
    Pick<PlannerOptions, 'timezone' | 'cron'> {
  readonly registry: RegistrySource
}

export interface PlannerSurroundings {
  readonly clock: Clock
  readonly log: Log
  /** Who judges readings is elsewhere. */
  readonly judging: (registry: Registry) => JudgeOtherwise
}

export interface OpenPlanner {
  readonly planner: Planner
  readonly registry: Registry
  readonly roads: ConfiguredRoads
  /** The planner first, then what it works on. */
  stop(): Promise<void>
}

/** A planner, not started yet, on a registry, roads and a search of its own. */
export async function openPlanner(
  { registry: source, timezone, cron, ...ofRoads }: PlannerSettings,
  { clock, log, judging }: PlannerSurroundings,
): Promise<OpenPlanner> {
  const registry = await openRegistry(source, { clock })
  const roads = openRoads({ ...ofRoads, log, clock })
  const planner = createPlanner({
    ...{ registry, roads, clock, log, timezone, cron },
    judgeOtherwise: judging(registry),
    ids: randomUUID,
  })
  return {
    ...{ planner, registry, roads },
    async stop() {
      await planner.stop()
      await registry.stop()
    },
  }
}
