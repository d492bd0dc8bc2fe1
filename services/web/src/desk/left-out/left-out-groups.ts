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

/** By reason. */
export const leftOutGroups = (notCollected: readonly LeftOut[]): readonly LeftOutGroup[] =>
  [...Map.groupBy(notCollected, ({ reason }) => reason.code)]
    .map(([code, bins]) => ({ code, bins }))
    .toSorted((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))

export const byName = (
  bins: readonly LeftOut[],
  nameOf: (containerId: string) => string,
  { compare }: Intl.Collator,
): readonly LeftOut[] =>
  bins
    .map((bin) => ({ bin, name: nameOf(bin.container_id) }))
    .toSorted((a, b) => compare(a.name, b.name))
    .map(({ bin }) => bin)
