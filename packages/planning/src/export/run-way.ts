import { decodePolyline, type LonLat, type Run } from '@bakwacht/domain'

/** The run's way from the depot by all stops and back: on roads where it is known, straight where not. */
export function runWay(run: Run, home: LonLat): readonly LonLat[] {
  const places = [home, ...run.stops.map(({ location }) => location), home]
  const legs = places.slice(1).map((to, index): readonly LonLat[] => {
    const line = decodePolyline(run.way?.[index] ?? '')
    return line.length > 0 ? line : [places[index] ?? to, to]
  })
  return legs.flat().filter((point, index, all) => String(point) !== String(all[index - 1]))
}
