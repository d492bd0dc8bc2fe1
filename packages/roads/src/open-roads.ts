// Where this installation's travel times come from, by its settings and its data folder.
import { mkdirSync } from 'node:fs'
import type { Log } from '@bakwacht/runtime'
import { localMap } from './map/local-map.ts'
import { roadsFolder } from './map/roads-folder.ts'
import { openPairCache, type PairCache } from './pairs/pair-cache.ts'
import { straightLine } from './straight-line/straight-line.ts'
import { type Roads, RoadsUnavailable, type TravelTimes } from './travel-times.ts'
import { counted, type RoadCounters } from './valhalla/counted.ts'
import { valhallaOverHttp } from './valhalla/http/http-valhalla.ts'
import { serverMap } from './valhalla/http/server-map.ts'
import { valhallaInChild } from './valhalla/process/child-valhalla.ts'
import { roadTimes } from './valhalla/road-times.ts'
import type { Valhalla } from './valhalla/valhalla.ts'

export interface RoadsOptions {
  readonly dataDir: string
  /** A Valhalla server; `undefined`: our own process. */
  readonly valhallaUrl: string | undefined
  /** Tiles for our own process; `undefined`: those that were imported. */
  readonly valhallaTiles: string | undefined
  readonly log: Log
  readonly clock: () => number
}

export interface ConfiguredRoads extends Roads {
  readonly counters: Readonly<RoadCounters>
}

interface Open {
  readonly map: string
  readonly valhalla: Valhalla
  readonly times: TravelTimes
}

/** Nothing is opened or started before the first question; without a map there is the straight line. */
export function openRoads(options: RoadsOptions): ConfiguredRoads {
  const { dataDir, valhallaUrl, log, clock } = options
  const folder = roadsFolder(dataDir)
  const counters: RoadCounters = { questions: 0, failures: 0, pairs: 0 }
  let cache: PairCache | undefined
  let open: Open | undefined
  return {
    counters,
    current: valhallaUrl === undefined ? currentOfOurOwn : () => currentOf(valhallaUrl),
    async stop() {
      await open?.valhalla.stop()
      cache?.close()
      cache = undefined
      open = undefined
    },
  }

  async function currentOfOurOwn(): Promise<TravelTimes> {
    const found = await localMap(folder, options.valhallaTiles)
    if (found === undefined) return straightLine()
    const { identity, tiles, library, stillThere } = found
    const times = await opened(identity, () => valhallaInChild({ library, tiles, log, clock }))
    return {
      ...times,
      async matrix(...asked) {
        const matrix = await times.matrix(...asked)
        // Without its tiles Valhalla finds no roads, and says no more than that.
        if (!stillThere()) throw new RoadsUnavailable('the map was removed meanwhile')
        return matrix
      },
    }
  }

  async function currentOf(url: string): Promise<TravelTimes> {
    const map = await serverMap(url)
    return opened(map, () => valhallaOverHttp(url))
  }

  /** One map at a time: another one takes its place. */
  async function opened(map: string, connect: () => Valhalla): Promise<TravelTimes> {
    if (open?.map === map) return open.times
    await open?.valhalla.stop()
    mkdirSync(folder.path, { recursive: true })
    cache ??= openPairCache(folder.cache, log)
    const valhalla = counted(connect(), counters)
    open = { map, valhalla, times: roadTimes({ valhalla, cache, map }) }
    log.info({ map }, 'roads opened')
    return open.times
  }
}

/** Where there is never a map. */
export const estimateOnly = (): Roads => ({
  current: async () => straightLine(),
  stop: async () => {},
})
