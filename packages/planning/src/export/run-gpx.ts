import { type LonLat, type Run, reasonText } from '@bakwacht/domain'
import type { ExportContext } from './export-context.ts'
import { rfc3339 } from './rfc3339.ts'
import { runWay } from './run-way.ts'

/**
 * The run as GPX 1.1: a route from the depot by all stops, with times, and back; and the way on roads as a track,
 * where it was planned on them.
 */
export function runGpx(run: Run, { depot, vehicle, timezone, language }: ExportContext): string {
  const name = `${vehicle.name} ${run.date}`
  const points = [
    point(depot.location, run.departure, depot.name, ''),
    ...run.stops.map((stop) =>
      point(
        stop.location,
        stop.arrival,
        `${stop.seq}. ${stop.name}`,
        reasonText(stop.reason, language, { timezone }),
      ),
    ),
    point(depot.location, run.arrival, depot.name, ''),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="Bakwacht" xmlns="http://www.topografix.com/GPX/1/1">
  <metadata><name>${escaped(name)}</name></metadata>
  <rte>
    <name>${escaped(name)}</name>
${points.join('\n')}
  </rte>
${track(run, depot.location, escaped(name))}</gpx>
`

  function point([lon, lat]: readonly [number, number], at: number, title: string, text: string) {
    const desc = text === '' ? '' : `<desc>${escaped(text)}</desc>`
    return `    <rtept lat="${lat}" lon="${lon}"><time>${rfc3339(at, timezone)}</time><name>${escaped(title)}</name>${desc}</rtept>`
  }
}

function track(run: Run, home: LonLat, name: string): string {
  if (run.way === undefined) return ''
  const points = runWay(run, home).map(([lon, lat]) => `<trkpt lat="${lat}" lon="${lon}"/>`)
  return `  <trk><name>${name}</name><trkseg>\n${points.join('\n')}\n  </trkseg></trk>\n`
}

/** Also drops the control characters that XML 1.0 does not allow at all. */
const escaped = (text: string): string =>
  text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
