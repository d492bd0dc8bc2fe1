import type { Plan } from '@bakwacht/api/contract'

export type LeftOut = Plan['not_collected'][number]
export type LeftOutCode = LeftOut['reason']['code']

/** What a planner may want to do something about comes first. */
const ORDER: readonly LeftOutCode[] = [
  'no_capacity',
  'no_access',
  'dropped_by_planner',
  'not_worth_detour',
  'not_full',
  'already_planned',
  'emptied_recently',
  'retired',
]

export interface LeftOutGroup {
  readonly code: LeftOutCode
  readonly bins: readonly LeftOut[]
}

/** By reason, each sorted by the bins' names. */
export function leftOutGroups(
  notCollected: readonly LeftOut[],
  nameOf: (containerId: string) => string,
): readonly LeftOutGroup[] {
  const groups = Map.groupBy(notCollected, ({ reason }) => reason.code)
  return [...groups]
    .map(([code, bins]) => ({
      code,
      bins: bins.toSorted((a, b) => nameOf(a.container_id).localeCompare(nameOf(b.container_id))),
    }))
    .toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))
}
