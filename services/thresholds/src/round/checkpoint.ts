// A container's checkpoint: both folds at one UTC midnight, as JSON.
import {
  beforeAnyEvent,
  beforeAnyHour,
  DAY_MS,
  type FoldState,
  type RulesState,
} from '@bakwacht/domain'
import type { Folds } from '@bakwacht/registry'
import type { Scope } from './scope.ts'

export interface Checkpoint {
  /** UTC ms, a midnight; all events observed before it are in. */
  readonly at: number
  readonly fold: FoldState
  readonly rules: RulesState
}

/** Counts up when FoldState or RulesState change their shape, or were wrong; older ones are folded again from the start. */
const VERSION = 10

const beginning: Checkpoint = { at: 0, fold: beforeAnyEvent, rules: beforeAnyHour }

export const packCheckpoint = ({ fold, rules }: Omit<Checkpoint, 'at'>): string =>
  JSON.stringify({ version: VERSION, fold, rules })

/** The newest checkpoint of each container at or before the time that it is asked for from. */
export async function checkpointsBefore(
  folds: Pick<Folds, 'checkpoints'>,
  scope: Scope,
): Promise<ReadonlyMap<string, Checkpoint>> {
  const found = new Map([...scope.keys()].map((id) => [id, beginning]))
  const byDay = Map.groupBy(scope, ([, since]) => Math.floor(since / DAY_MS))
  for (const [day, containers] of byDay) {
    const ids = containers.map(([id]) => id)
    for (const { containerId, at, state } of await folds.checkpoints(ids, day * DAY_MS)) {
      const { version, fold, rules } = JSON.parse(state) as Checkpoint & { version: number }
      if (version === VERSION) found.set(containerId, { at, fold, rules })
    }
  }
  return found
}
