// A stand-in for Valhalla over HTTP that answers at once: every place is on a road, and roads are the
// way of the crow made longer and a little askew, so that there and back differ.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encodePolyline } from '@bakwacht/domain'

interface Place {
  readonly lon: number
  readonly lat: number
}

interface Asked {
  readonly locations?: readonly Place[]
  readonly sources?: readonly Place[]
  readonly targets?: readonly Place[]
}

export async function startInstantServer(): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer(async (request, response) => {
    const body: Buffer[] = []
    for await (const chunk of request) body.push(chunk)
    const asked = JSON.parse(Buffer.concat(body).toString()) as Asked
    response.end(JSON.stringify(answers[request.url ?? '']?.(asked)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const ROAD_PER_CROW = 1.4
const SECONDS_PER_KM = 95
const KM_PER_LAT = 111
const KM_PER_LON = 70

function kilometres(from: Place, to: Place): number {
  const east = (to.lon - from.lon) * KM_PER_LON
  const north = (to.lat - from.lat) * KM_PER_LAT
  const askew = 1 + 0.1 * Math.sin(40 * (from.lon + 2 * to.lon + 3 * from.lat))
  return ROAD_PER_CROW * askew * Math.hypot(east, north)
}

const seconds = (from: Place, to: Place): number => SECONDS_PER_KM * kilometres(from, to)

const answers: Record<string, (asked: Asked) => unknown> = {
  '/status': () => ({ version: 'instant', tileset_last_modified: 1 }),
  '/locate': ({ locations = [] }) =>
    locations.map(({ lon, lat }) => ({ edges: [{ correlated_lon: lon, correlated_lat: lat }] })),
  '/sources_to_targets': ({ sources = [], targets = [] }) => {
    const table = (of: (from: Place, to: Place) => number) =>
      sources.map((from) => targets.map((to) => of(from, to)))
    return { sources_to_targets: { durations: table(seconds), distances: table(kilometres) } }
  },
  '/route': ({ locations = [] }) => ({ trip: { legs: legsBetween(locations) } }),
}

const legsBetween = (places: readonly Place[]) =>
  places.slice(1).map((to, index) => {
    const from = places[index] ?? to
    const shape = encodePolyline([from, to].map(({ lon, lat }) => [lon, lat]))
    return { shape, summary: { time: seconds(from, to), length: kilometres(from, to) } }
  })
