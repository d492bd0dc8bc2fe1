// A made-up fleet of several depots, as the thresholds would leave it: filled by chance, from a seed.
import {
  type Container,
  type ContainerState,
  containerDefaults,
  DAY_MS,
  depotDefaults,
  type LonLat,
  vehicleDefaults,
} from '@bakwacht/domain'
import type { Registry } from '@bakwacht/registry'
import { measuredState } from '@bakwacht/test-support'

const VANS = 4
const AT_ONCE = 500

export const depotIds = (depots: number): readonly string[] =>
  Array.from({ length: depots }, (_, n) => `depot-${n + 1}`)

/** Registers depots 40 km apart, four vans each, and bins within 15 km of theirs with a state each. */
export async function registerFleet(
  registry: Registry,
  depots: number,
  binsEach: number,
  now: number,
): Promise<void> {
  for (const [n, depotId] of depotIds(depots).entries()) {
    const centre: LonLat = [4 + (n % 5) * 0.57, 50.6 + Math.floor(n / 5) * 0.36]
    await registry.depots.put([{ id: depotId, name: depotId, location: centre, ...depotDefaults }])
    await registry.vehicles.put(
      Array.from({ length: VANS }, (_, v) => ({
        id: `${depotId}-van-${v + 1}`,
        name: `Van ${v + 1}`,
        depotId,
        payloadKg: 1000,
        volumeL: 9000,
        ...vehicleDefaults,
      })),
    )
    const bins = Array.from({ length: binsEach }, (_, b) => binOf(depotId, b, centre, now))
    for (let from = 0; from < bins.length; from += AT_ONCE) {
      const some = bins.slice(from, from + AT_ONCE)
      await registry.containers.put(some)
      const changes = some.map((bin, i) => ({
        state: stateOf(bin, from + i, now),
        alertsSince: now,
        episodes: [],
      }))
      await registry.states.apply(changes, now)
    }
  }
}

/** Spread over the unit interval without gaps (the golden ratio’s multiples). */
const spread = (n: number, step: number): number => (n * step) % 1

function binOf(depotId: string, b: number, [lon, lat]: LonLat, now: number): Container {
  const km = 15 * Math.sqrt(spread(b + 1, 0.618034))
  const angle = b * 2.399963
  return {
    id: `${depotId}-bin-${b + 1}`,
    name: `Street ${b + 1}`,
    location: [lon + (km * Math.cos(angle)) / 70, lat + (km * Math.sin(angle)) / 111],
    capacityL: 2500,
    ...containerDefaults,
    depotId,
    lastEmptiedAt: now - 6 * DAY_MS,
    createdAt: now - 300 * DAY_MS,
  }
}

/** About one in eight is full. */
const stateOf = (container: Container, b: number, now: number): ContainerState => {
  const pct = 80 * spread(b + 1, 0.754878)
  const ratePctPerDay = 2 + 8 * spread(b + 1, 0.56984)
  const full = pct >= container.fillThresholdPct
  return measuredState(container, pct, now, { fill: { full, ratePctPerDay } })
}
