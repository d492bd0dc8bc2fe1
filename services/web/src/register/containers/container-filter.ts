// Which containers a list shows. Retired ones only when they are asked for.
import type { FleetFeature, Mark } from '@bakwacht/api/contract'

export interface ContainerFilter {
  readonly text: string
  /** Empty: every state but retired. */
  readonly mark: Mark | 'damp' | ''
  readonly municipality: string
  readonly depot: string
}

export const MARK_CHOICES = ['alarm', 'must', 'may', 'fine', 'damp', 'unknown', 'retired'] as const

/** A container with what the search looks in. */
export interface Searchable {
  readonly feature: FleetFeature
  readonly text: string
}

export const searchable = (features: readonly FleetFeature[]): readonly Searchable[] =>
  features.map((feature) => {
    const { id, name, municipality } = feature.properties
    return { feature, text: plain(`${name} ${id} ${municipality ?? ''}`) }
  })

export function filtered(
  bins: readonly Searchable[],
  filter: ContainerFilter,
): readonly FleetFeature[] {
  const sought = plain(filter.text)
    .split(/\s+/)
    .filter((word) => word !== '')
  return bins
    .filter(
      ({ feature: { properties }, text }) =>
        isMarked(properties, filter.mark) &&
        (filter.municipality === '' || properties.municipality === filter.municipality) &&
        (filter.depot === '' || properties.depot_id === filter.depot) &&
        sought.every((word) => text.includes(word)),
    )
    .map(({ feature }) => feature)
}

function isMarked(
  { mark, damp }: FleetFeature['properties'],
  wanted: ContainerFilter['mark'],
): boolean {
  if (wanted === '') return mark !== 'retired'
  if (wanted === 'damp') return mark !== 'retired' && (damp === 'damp' || damp === 'water_ingress')
  return mark === wanted
}

const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
