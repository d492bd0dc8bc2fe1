import type { ContainerState } from '@bakwacht/domain'

/**
 * The part of a state whose change is worth an event: a new reading, another level or health, a whole
 * point of fill. An estimate creeps with every tick; its fractions are stored but nobody is told.
 */
export const noticeable = ({
  fill,
  damp,
  health,
  lastReadingAt,
  lastEmptiedAt,
}: ContainerState) => ({
  fillPct: Math.round(fill.pct),
  source: fill.source,
  full: fill.full,
  dampLevel: damp.level,
  health,
  lastReadingAt,
  lastEmptiedAt,
})
