// What keeps a container out before its fill is even looked at.
import { HOUR_MS, type LeftOutCode, type NotCollected, type Reason } from '@bakwacht/domain'
import type { Bin } from './bin.ts'

/** @param notCollected what the plan left out so far, if it is made again */
export function leaveAlone(
  bin: Bin,
  notCollected: readonly NotCollected[] = [],
): Reason<LeftOutCode> | undefined {
  return (
    retired(bin) ??
    alreadyPlanned(bin) ??
    onFire(bin) ??
    emptiedRecently(bin) ??
    dropped(bin, notCollected)
  )
}

const retired = (bin: Bin): Reason<LeftOutCode> | undefined =>
  bin.container.active ? undefined : { code: 'retired', evidence: {} }

function alreadyPlanned({ planned }: Bin): Reason<LeftOutCode> | undefined {
  if (planned === undefined) return undefined
  const evidence = { run_id: planned.runId, date: planned.date, at: planned.arrival }
  return { code: 'already_planned', evidence }
}

function onFire(bin: Bin): Reason<LeftOutCode> | undefined {
  if (!fireIsOpen(bin)) return undefined
  const evidence = { because: 'fire', since: bin.fireAlerts[0]?.raisedAt ?? bin.visitAt }
  return { code: 'no_access', evidence }
}

/**
 * Nobody is sent to a fire: neither to an alarm that no planner has acknowledged, nor, acknowledged or not,
 * to a bin whose sensor still reports the heat. A sensor that fell silent (it may have burnt) reports nothing.
 */
export function fireIsOpen({ fireAlerts, state }: Bin): boolean {
  const reportsHeat = state?.health.fire === true
  const silent = state !== undefined && state.health.silentSince !== null
  const open = fireAlerts.filter(({ status }) => status === 'open')
  if (!reportsHeat && open.length === 0) return false
  const acknowledged = open.length > 0 && open.every(({ ackedAt }) => ackedAt !== null)
  return !(acknowledged && (silent || !reportsHeat))
}

function emptiedRecently(bin: Bin): Reason<LeftOutCode> | undefined {
  const { lastEmptiedAt, visitAt, settings } = bin
  const somebodyAsks = bin.requests.length > 0 || bin.fireAlerts.length > 0
  if (lastEmptiedAt === null || somebodyAsks) return undefined
  if (visitAt - lastEmptiedAt >= settings.minHoursBetweenVisits * HOUR_MS) return undefined
  const evidence = { emptied_at: lastEmptiedAt, min_hours: settings.minHoursBetweenVisits }
  return { code: 'emptied_recently', evidence }
}

/** A planner's word stands until somebody asks for the container after it. */
function dropped(
  { container, requests, fireAlerts }: Bin,
  notCollected: readonly NotCollected[],
): Reason<LeftOutCode> | undefined {
  const left = notCollected.find(
    ({ containerId, reason }) =>
      containerId === container.id && reason.code === 'dropped_by_planner',
  )
  const at = Number(left?.reason.evidence.dropped_at ?? 0)
  const askedSince =
    requests.some(({ createdAt }) => createdAt > at) ||
    fireAlerts.some(({ ackedAt }) => ackedAt !== null && ackedAt > at)
  return askedSince ? undefined : left?.reason
}
