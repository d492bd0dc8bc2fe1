// A container that is no longer in use raises nothing, and what it had raised ends.
import { type Alert, assembleState, beforeAnyEvent, beforeAnyHour } from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import type { Fleet } from '../fleet.ts'

/** @returns the alerts that ended */
export async function retire(
  registry: Registry,
  fleet: Fleet,
  tick: number,
): Promise<readonly Alert[]> {
  const open = await registry.alerts.open()
  const left = Map.groupBy(
    open.filter(({ containerId }) => fleet.containers.get(containerId)?.active === false),
    ({ containerId }) => containerId,
  )
  const changes = await Promise.all(
    [...left].map(async ([containerId, alerts]) => {
      const state = (await registry.states.find(containerId)) ?? blankState(containerId)
      const episodes = alerts.map(({ kind, raisedAt, evidence }) => ({
        kind,
        raisedAt,
        clearedAt: Math.max(tick, raisedAt),
        evidence,
      }))
      return { state: { ...state, openAlerts: [] }, alertsSince: tick, episodes }
    }),
  )
  return changes.length === 0 ? [] : registry.states.apply(changes, tick)

  function blankState(containerId: string) {
    const container = fleet.containers.get(containerId)
    if (container === undefined) throw new Error(`container ${containerId} is not in the fleet`)
    const { settings } = fleet
    const foresight = fleet.foresight(container)
    return assembleState(container, beforeAnyEvent, beforeAnyHour, [], tick, settings, foresight)
  }
}
