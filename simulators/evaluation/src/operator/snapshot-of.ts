import type { ContainerState } from '@bakwacht/domain'
import type { Snapshot } from '@bakwacht/planning'
import type { Register } from '../boundary/register.ts'

/** What the planner would read at `now`: the register, and these states. */
export const snapshotOf = (
  { timezone, settings, calendar, depot, sites, vehicles, containers }: Register,
  states: readonly ContainerState[],
  now: number,
): Snapshot => ({
  ...{ now, timezone, settings, calendar, sites, vehicles, containers, states },
  depots: [depot],
  requests: [],
  alerts: [],
  standing: [],
})
