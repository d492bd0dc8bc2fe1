import type { Trial } from '@bakwacht/api/contract'
import { euro, kilometres, locale, number, signed } from '../../language/format.ts'
import { words } from '../../language/words.ts'

type Side = Pick<Trial['before'], 'bins' | 'distance_m' | 'cost' | 'overflows'>
type Compared = Pick<Trial, 'comes_in' | 'falls_out' | 'other_reason'> & {
  readonly before: Side
  readonly after: Side
}
type Say = (size: string, one: boolean, more: boolean) => string

/** "2 bins more, +8 km and +€ 14"; empty: nothing that a person would notice. */
export function trialChanges({
  before,
  after,
  comes_in,
  falls_out,
  other_reason,
}: Compared): string {
  const said = words().settings.trial
  const bins = after.bins - before.bins
  const swapped = bins === 0 && comes_in.length + falls_out.length > 0
  const parts = [
    counted(bins, said.bins),
    swapped && said.otherBins,
    noticed(after.distance_m - before.distance_m, 100, kilometres),
    noticed(after.cost - before.cost, 0.5, euro),
    counted(Math.round(after.overflows - before.overflows), said.overflows),
    other_reason.length > 0 && said.otherReason(other_reason.length),
  ].filter((part) => part !== false)
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(parts)
}

const counted = (change: number, say: Say) => {
  const size = Math.abs(change)
  return size > 0 && say(number(size), size === 1, change > 0)
}

const noticed = (change: number, from: number, say: (size: number) => string) =>
  Math.abs(change) >= from && signed(change, say)
