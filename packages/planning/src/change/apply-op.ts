import type { PlanOp } from '../plan-maker.ts'
import type { PlanWithRuns } from '../planned.ts'
import type { RunContext } from '../runs/ground.ts'
import { add } from './add.ts'
import { approve } from './approve.ts'
import { assignDriver } from './assign-driver.ts'
import { cancel } from './cancel.ts'
import { drop } from './drop.ts'
import { lock } from './lock.ts'
import { move } from './move.ts'
import type { Reoptimise } from './reoptimise.ts'
import type { Restore } from './restore.ts'
import { unapprove } from './unapprove.ts'

/**
 * The plan after one op, its changed runs re-timed. `reoptimise` needs the search and `restore` what is stored: they are not among them.
 * @throws PlanOpRefused naming why it cannot be done
 */
export function applyOp(
  op: Exclude<PlanOp, Reoptimise | Restore>,
  planned: PlanWithRuns,
  context: RunContext,
): PlanWithRuns {
  switch (op.op) {
    case 'approve':
      return approve(op, planned, context.snapshot)
    case 'unapprove':
      return unapprove(op, planned)
    case 'cancel':
      return cancel(op, planned)
    case 'assign_driver':
      return assignDriver(op, planned, context.snapshot)
    case 'lock':
      return lock(op, planned)
    case 'move':
      return move(op, planned, context)
    case 'drop':
      return drop(op, planned, context)
    case 'add':
      return add(op, planned, context)
  }
}
