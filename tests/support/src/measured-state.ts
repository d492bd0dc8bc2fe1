import type { Container, ContainerState } from '@bakwacht/domain'

export interface StateOver {
  readonly fill?: Partial<ContainerState['fill']>
  readonly damp?: Partial<ContainerState['damp']>
  readonly health?: Partial<ContainerState['health']>
}

/** A dry bin whose trusted sensor measured `pct` at `at`, filling by 3 points a day. */
export const measuredState = (
  container: Container,
  pct: number,
  at: number,
  { fill, damp, health }: StateOver = {},
): ContainerState => ({
  containerId: container.id,
  evaluatedAt: at,
  lastReadingAt: at,
  fill: {
    source: 'sensor',
    pct,
    at,
    full: false,
    ratePctPerDay: 3,
    fullAt: null,
    evidence: {},
    ...fill,
  },
  damp: {
    level: 'dry',
    dewPointC: null,
    absHumidityGPerM3: null,
    excessGPerM3: null,
    mouldIndex: null,
    hoursAbove75: 0,
    evidence: {},
    ...damp,
  },
  health: {
    trustworthy: true,
    silentSince: null,
    noEchoSince: null,
    batteryLow: false,
    fire: false,
    ...health,
  },
  latest: { tempC: 8, rhPct: 70, batteryV: 3.6 },
  lastEmptiedAt: container.lastEmptiedAt,
})
