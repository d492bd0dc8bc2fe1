// A stand-in for Valhalla over HTTP that answers at once: every place is on a road, every pair far apart.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Asked {
  readonly locations?: readonly { readonly lon: number; readonly lat: number }[]
  readonly sources?: readonly unknown[]
  readonly targets?: readonly unknown[]
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

const answers: Record<string, (asked: Asked) => unknown> = {
  '/status': () => ({ version: 'instant', tileset_last_modified: 1 }),
  '/locate': ({ locations = [] }) =>
    locations.map(({ lon, lat }) => ({ edges: [{ correlated_lon: lon, correlated_lat: lat }] })),
  '/sources_to_targets': ({ sources = [], targets = [] }) => {
    const table = (value: number) => sources.map(() => targets.map((_, n) => value + n))
    return { sources_to_targets: { durations: table(600), distances: table(8) } }
  },
}
