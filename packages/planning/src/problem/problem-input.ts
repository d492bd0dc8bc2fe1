import type { Depot, Run } from '@bakwacht/domain'
import type { Wanted } from '../selection/decision.ts'
import type { Snapshot } from '../snapshot.ts'

/** What a depot's day is laid out from. */
export interface ProblemInput {
  readonly snapshot: Snapshot
  readonly date: string
  readonly depot: Depot
  readonly wanted: readonly Wanted[]
  /** The date's drafts as they are: their locked stops stay where they are. */
  readonly drafts: readonly Run[]
  /** These vehicles alone; without it all that are free. */
  readonly vehicleIds?: readonly string[]
}
