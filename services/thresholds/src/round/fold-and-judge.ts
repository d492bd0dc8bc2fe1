// The work of a round, part by part: folded, and judged as soon as all neighbours are folded too. What is
// folded of a container is let go once it is judged; of a whole fleet only the last days' hourly values stay.
import { DAY_MS } from '@bakwacht/domain'
import { type FoldedContainer, foldContainers, type Sources } from './fold-containers.ts'
import { HoursBehind } from './hours-behind.ts'
import type { Surroundings } from './judge-container.ts'
import type { Scope } from './scope.ts'
import { slicesOf } from './slices.ts'
import { sweepOrder } from './sweep-order.ts'
import { WaitingForNeighbours } from './waiting-for-neighbours.ts'

export interface Work {
  /** What to fold and judge. */
  readonly scope: Scope
  /** UTC ms: seats and results from then on have not happened yet. */
  readonly until: number
  /** Days of containers in a part. */
  readonly partDays: number
  /** UTC day: older hours are let go as soon as nobody is to be judged beside them. */
  readonly hoursKeptFrom: number
}

/** @param judge given each container once, as soon as the hours of all its neighbours are as they will be */
export async function foldAndJudge(
  work: Work,
  sources: Sources,
  surroundings: Surroundings,
  judge: (part: readonly FoldedContainer[]) => Promise<void>,
): Promise<void> {
  const ready = foldInOrder(work, sources, surroundings)
  const behind = new HoursBehind(work.scope.keys(), surroundings.fleet)
  for await (const part of slicesOf(ready, work.partDays, ({ folded }) => folded.days.size)) {
    await judge(part)
    sources.hours.trim(work.hoursKeptFrom, behind.passed(part.map(({ container }) => container.id)))
  }
}

/** Each container once its neighbours are folded too. */
async function* foldInOrder(
  { scope, until, partDays }: Work,
  sources: Sources,
  { fleet, tick }: Surroundings,
): AsyncGenerator<FoldedContainer> {
  const inOrder = sweepOrder(scope, fleet.containers)
  const waiting = new WaitingForNeighbours<FoldedContainer>(inOrder.keys(), fleet.neighbours)
  const daysToFold = ([, since]: readonly [string, number]) => Math.max(tick - since, 0) / DAY_MS
  for await (const part of slicesOf(inOrder, partDays, daysToFold)) {
    waiting.add(await foldContainers(new Map(part), fleet, sources, until))
    yield* waiting.takeReady()
  }
}
