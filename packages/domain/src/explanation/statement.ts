// One thing that is known of a container, or expected, or decided; with the numbers and times behind it.
// Like reasons and alerts, statements are codes: their sentences are made when somebody asks.
import type { Evidence } from '../alert/alert.ts'
import type { Reason } from '../collection/reason.ts'

export const STATEMENT_CODES = [
  'retired',
  'unknown',
  'level',
  'estimate',
  'rate',
  'full_at',
  'full_far',
  'overflow',
  'emptied',
  'never_emptied',
  'weight',
  'at_stake',
  'visit',
  'left_out',
  'would',
] as const
export type StatementCode = (typeof STATEMENT_CODES)[number]

export interface Statement {
  readonly code: StatementCode
  readonly evidence: Evidence
  /** Why it was decided so; its sentence follows. */
  readonly reason?: Reason
}
