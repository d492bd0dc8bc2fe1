import type { HoursCache } from '../hours-cache.ts'
import type { FoldedContainer } from './fold-containers.ts'
import { type Judged, judgeContainer, type Surroundings } from './judge-container.ts'

/** Judges some containers, each beside its neighbours, whose hours have to be folded already. */
export async function judgePart(
  containers: readonly FoldedContainer[],
  surroundings: Surroundings,
): Promise<ReadonlyMap<FoldedContainer, Judged>> {
  await loadNeighbours(containers, surroundings)
  return new Map(containers.map((each) => [each, judgeContainer(each, surroundings)]))
}

/** Brings the hours of all neighbours here, from where each container's own hours begin to be judged. */
async function loadNeighbours(
  containers: readonly FoldedContainer[],
  { fleet, hours }: Pick<Surroundings, 'fleet' | 'hours'>,
): Promise<void> {
  const from = new Map<string, number>()
  // A neighbour's hour may stand for the next ones, over midnight too.
  for (const { container, fromDay } of containers)
    for (const neighbour of fleet.neighbours(container.id))
      from.set(neighbour, Math.min(fromDay - 1, from.get(neighbour) ?? fromDay))
  await loadFrom(from, hours)
}

async function loadFrom(from: ReadonlyMap<string, number>, hours: HoursCache): Promise<void> {
  for (const [day, containers] of Map.groupBy(from, ([, first]) => first))
    await hours.load(
      containers.map(([id]) => id),
      day,
    )
}
