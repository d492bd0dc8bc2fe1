// A real Valhalla on a real map, in a process of its own or behind HTTP, for tests.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sizeOf } from '@bakwacht/domain'
import { silentLog } from '@bakwacht/runtime'
import { available, ROADS_FOR_TESTS } from '@bakwacht/test-support'
import { type LocalMap, localMap } from '../map/local-map.ts'
import { roadsFolder } from '../map/roads-folder.ts'
import { openPairCache, type PairCache } from '../pairs/pair-cache.ts'
import type { TravelTimes } from '../travel-times.ts'
import { type ChildOptions, type ChildValhalla, valhallaInChild } from './process/child-valhalla.ts'
import { roadTimes } from './road-times.ts'
import { type Valhalla, type ValhallaAction, ValhallaRefusal } from './valhalla.ts'

/** The map that tests use; `undefined`: it was not imported here, and the run's closing lines say so. */
export const testMap = async (): Promise<LocalMap | undefined> =>
  available('valhalla') ? localMap(roadsFolder(ROADS_FOR_TESTS), undefined) : undefined

export const van = sizeOf({ type: 'van', payloadKg: 1100 })
export const truck = sizeOf({ type: 'truck', payloadKg: 9000 })

/** In towns on the map. */
export const LEUVEN = [4.7005, 50.8796] as const
export const MECHELEN = [4.4777, 51.0259] as const
export const LIER = [4.5704, 51.1314] as const
export const AARSCHOT = [4.8326, 50.9848] as const

export const inChild = (
  { library, tiles }: LocalMap,
  options: Partial<ChildOptions> = {},
): ChildValhalla => valhallaInChild({ library, tiles, log: silentLog, clock: Date.now, ...options })

export const inMemory = (): PairCache => openPairCache(':memory:', silentLog)

export const timesOn = (
  valhalla: Valhalla,
  cache: PairCache = inMemory(),
  map = 'test map',
): TravelTimes => roadTimes({ valhalla, cache, map })

/** The same, and remembers which questions were asked. */
export function overheard(valhalla: Valhalla): Valhalla & { readonly asked: object[] } {
  const asked: object[] = []
  return {
    asked,
    ask(action, request) {
      asked.push({ action, ...request })
      return valhalla.ask(action, request)
    },
    stop: () => valhalla.stop(),
  }
}

export interface Server extends AsyncDisposable {
  readonly url: string
}

/** Answers as Valhalla's own server does: its requests as paths, its errors as status 400. */
export async function serve(valhalla: Valhalla): Promise<Server> {
  const server = createServer(async (request, response) => {
    const body: Buffer[] = []
    for await (const chunk of request) body.push(chunk)
    const action = (request.url ?? '').slice(1) as ValhallaAction
    const [status, answer] = await valhalla
      .ask(action, JSON.parse(Buffer.concat(body).toString()))
      .then(
        (said) => [200, said] as const,
        (error: Error) =>
          error instanceof ValhallaRefusal
            ? ([400, { error_code: 442, error: error.message }] as const)
            : ([503, {}] as const),
      )
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
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
