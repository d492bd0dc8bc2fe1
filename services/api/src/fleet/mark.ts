// The one mark under which a container is shown, in the words of the design.
import type { Container, ContainerState, Settings } from '@bakwacht/domain'

export const MARKS = ['alarm', 'must', 'may', 'fine', 'unknown', 'retired'] as const
export type Mark = (typeof MARKS)[number]

/** Damp alone makes a must, and is believed even where the fill level is not. */
export function markOf(
  container: Pick<Container, 'active'>,
  state: ContainerState | undefined,
  settings: Pick<Settings, 'overflowPct' | 'mayFromPct'>,
): Mark {
  if (!container.active) return 'retired'
  if (state === undefined) return 'unknown'
  if (state.health.fire) return 'alarm'
  if (isDamp(state)) return 'must'
  if (!state.health.trustworthy) return 'unknown'
  if (state.fill.full || state.fill.pct >= settings.overflowPct) return 'must'
  if (state.damp.level === 'watch' || state.fill.pct >= settings.mayFromPct) return 'may'
  return 'fine'
}

export const isDamp = ({ damp }: ContainerState): boolean =>
  damp.level === 'damp' || damp.level === 'water_ingress'
