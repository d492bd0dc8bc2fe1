import type { LeftOutCode } from '@bakwacht/domain'
import {
  type Hindrance,
  type HindranceCode,
  hindrance,
  isHindrance,
} from '../hindrance/hindrance.ts'
import type { Snapshot } from '../snapshot.ts'
import { gatherBins } from './bin.ts'
import type { Wanted } from './decision.ts'
import { leaveAlone } from './leave-alone.ts'
import { weightEvidence } from './money-evidence.ts'
import { fillEvidence } from './must-rules.ts'

/** Where it is not retired, planned already or on fire, it can be visited. */
const KEPT_OUT: Readonly<Partial<Record<LeftOutCode, HindranceCode>>> = {
  retired: 'left_out_retired',
  already_planned: 'left_out_planned',
  no_access: 'left_out_fire',
}

/**
 * A visit that a planner asks for by name on this date, whatever the fill.
 * @returns the visit, or why it cannot be (retired, burning, planned elsewhere, unknown)
 */
export function askedFor(
  snapshot: Snapshot,
  date: string,
  containerId: string,
): Wanted | Hindrance {
  const containers = snapshot.containers.filter(({ id }) => id === containerId)
  const [bin] = gatherBins({ ...snapshot, containers }, date, null)
  if (bin === undefined) return hindrance('unknown_container', { container: containerId })
  const keptOut = leaveAlone(bin)
  if (keptOut !== undefined && keptOut.code !== 'emptied_recently')
    return hindrance(KEPT_OUT[keptOut.code] ?? 'left_out', {
      name: bin.container.name,
      reason: keptOut.code,
    })
  const { container, expected } = bin
  const evidence = {
    ...fillEvidence(bin),
    ...weightEvidence(expected),
    requested_at: snapshot.now,
    note: null,
  }
  return { container, expected, reason: { code: 'planner', evidence }, prize: null }
}

/** Why nobody may be sent there any more, whatever was planned before: gone, retired or burning. */
export function closedNow(
  snapshot: Snapshot,
  date: string,
  containerId: string,
): Hindrance | undefined {
  const why = askedFor({ ...snapshot, standing: [] }, date, containerId)
  return isHindrance(why) ? why : undefined
}
