// "Why is this bin not collected?": one field, an answer for every bin of the fleet.
import type { Plan, Run, Stop } from '@bakwacht/api/contract'
import type { LeftOut } from './left-out-groups.ts'

export interface Named {
  readonly id: string
  readonly name: string
}

export interface FoundBin extends Named {
  readonly visit?: { readonly run: Run; readonly stop: Stop }
  readonly leftOut?: LeftOut
}

/** Bins whose name or id has every word of the wish, whatever its accents and capitals. */
export function findBins(
  wish: string,
  bins: readonly Named[],
  plan: Pick<Plan, 'runs' | 'not_collected'>,
): readonly FoundBin[] {
  const parts = plain(wish).split(/\s+/).filter(Boolean)
  if (parts.length === 0) return []
  return bins
    .filter(({ id, name }) => {
      const text = `${plain(name)} ${plain(id)}`
      return parts.every((part) => text.includes(part))
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((bin) => ({ ...bin, ...placeOf(bin.id, plan) }))
}

function placeOf(
  id: string,
  { runs, not_collected }: Pick<Plan, 'runs' | 'not_collected'>,
): Pick<FoundBin, 'visit' | 'leftOut'> {
  for (const run of runs) {
    if (run.status === 'cancelled') continue
    const stop = run.stops.find(({ container_id }) => container_id === id)
    if (stop !== undefined) return { visit: { run, stop } }
  }
  const leftOut = not_collected.find(({ container_id }) => container_id === id)
  return leftOut === undefined ? {} : { leftOut }
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
