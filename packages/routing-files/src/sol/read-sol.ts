import { ANY_NUMBER, TextSource, WHOLE_ABOVE_ZERO } from '../text/text-source.ts'
import type { VehicleRoute } from './vehicle-route.ts'

export interface PublishedSolution {
  readonly routes: readonly VehicleRoute[]
  /** As it stands in the file. */
  readonly cost: number
}

/**
 * Trips of one route may be parted by `|` or, as some publish them, by the depot's 0.
 * @throws RoutingFileError naming line and field
 */
export function readSol(file: string, text: string): PublishedSolution {
  const source = new TextSource(file, text)
  const routes: VehicleRoute[] = []
  let cost: number | undefined
  for (const { line, text: row } of source.rows) {
    const [, number, stops] = /^Route\s*#(\d+)\s*:\s*(.*)$/i.exec(row) ?? []
    const [, total] = /^Cost\s*:?\s*(.*)$/i.exec(row) ?? []
    if (number !== undefined)
      routes.push({
        vehicle: source.number(line, 'Route', number, WHOLE_ABOVE_ZERO),
        trips: tripsIn(source, line, stops ?? ''),
      })
    else if (total !== undefined) cost = source.number(line, 'Cost', total, ANY_NUMBER)
  }
  if (cost === undefined) throw source.fault(source.lastLine, 'Cost', 'a file without it', 'a cost')
  return { routes, cost }
}

const tripsIn = (source: TextSource, line: number, stops: string): number[][] =>
  stops
    .split(/\||(?<=\s)0(?=\s)/)
    .map((trip) =>
      trip
        .split(/\s+/)
        .filter((cell) => cell !== '')
        .map((cell) => source.number(line, 'Route', cell, WHOLE_ABOVE_ZERO)),
    )
    .filter((trip) => trip.length > 0)
