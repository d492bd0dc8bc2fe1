import type { Snapshot } from '../snapshot.ts'
import { gatherBins } from './bin.ts'
import type { Wanted } from './decision.ts'
import { leaveAlone } from './leave-alone.ts'
import { weightEvidence } from './money-evidence.ts'
import { fillEvidence } from './must-rules.ts'

/**
 * A visit that a planner asks for by name on this date, whatever the fill.
 * @returns the visit, or why it cannot be (retired, burning, planned elsewhere, unknown)
 */
export function askedFor(snapshot: Snapshot, date: string, containerId: string): Wanted | string {
  const containers = snapshot.containers.filter(({ id }) => id === containerId)
  const [bin] = gatherBins({ ...snapshot, containers }, date, null)
  if (bin === undefined) return `there is no container ${containerId}`
  const keptOut = leaveAlone(bin)
  if (keptOut !== undefined && keptOut.code !== 'emptied_recently')
    return `${bin.container.name} is left out: ${keptOut.code}`
  const { container, expected } = bin
  const evidence = {
    ...fillEvidence(bin),
    ...weightEvidence(expected),
    requested_at: snapshot.now,
    note: null,
  }
  return { container, expected, reason: { code: 'planner', evidence }, prize: null }
}
