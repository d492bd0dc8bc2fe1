// What roads keep in the data folder:
//
//     roads/map.json           which map is in use; written last, so a map is there whole or not at all
//     roads/tiles-…/           its tiles
//     roads/valhalla-3.6.1/    Valhalla itself
//     roads/pairs.sqlite       the cache of pairs
import { join } from 'node:path'

/** The one that is installed, and that answers. */
export const VALHALLA_VERSION = '3.6.1'

export interface RoadsFolder {
  readonly path: string
  readonly record: string
  readonly cache: string
  /** Folder of an npm project that has Valhalla alone. */
  readonly installation: string
  /** Folder of Valhalla’s package in it. */
  readonly library: string
  tiles(name: string): string
}

export function roadsFolder(dataDir: string): RoadsFolder {
  const path = join(dataDir, 'roads')
  const installation = join(path, `valhalla-${VALHALLA_VERSION}`)
  return {
    path,
    record: join(path, 'map.json'),
    cache: join(path, 'pairs.sqlite'),
    installation,
    library: libraryIn(installation),
    tiles: (name) => join(path, name),
  }
}

export const libraryIn = (installation: string): string =>
  join(installation, 'node_modules/@valhallajs/valhallajs')
