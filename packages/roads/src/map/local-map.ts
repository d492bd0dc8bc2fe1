// The map on this machine that our own Valhalla process answers from.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { RoadsUnavailable } from '../travel-times.ts'
import { readMapRecord } from './map-record.ts'
import type { RoadsFolder } from './roads-folder.ts'

export interface LocalMap {
  /** Another map has another. */
  readonly identity: string
  readonly tiles: string
  /** Valhalla's package. */
  readonly library: string
  stillThere(): boolean
}

/**
 * @param tilesFolder tiles that others built; `undefined`: the imported map
 * @returns `undefined` where there is no map at all
 * @throws RoadsUnavailable when it cannot be used: its tiles or Valhalla itself are missing
 */
export async function localMap(
  folder: RoadsFolder,
  tilesFolder: string | undefined,
): Promise<LocalMap | undefined> {
  const map = tilesFolder === undefined ? imported(folder) : await given(tilesFolder)
  if (map === undefined) return undefined
  const { identity, tiles } = map
  if (!existsSync(tiles))
    throw new RoadsUnavailable(`the map’s tiles are missing: ${tiles}; import it again`)
  if (!existsSync(folder.library))
    throw new RoadsUnavailable(
      `Valhalla is not installed in ${folder.path}: npm run roads -- install`,
    )
  const stillThere = () => existsSync(tiles)
  return { identity, tiles: resolve(tiles), library: resolve(folder.library), stillThere }
}

function imported(folder: RoadsFolder) {
  try {
    const record = readMapRecord(folder)
    return record && { identity: record.identity, tiles: folder.tiles(record.tiles) }
  } catch (cause) {
    throw new RoadsUnavailable((cause as Error).message, { cause })
  }
}

/** Tiles say nothing of themselves, so their names, sizes and times tell one build from another. */
async function given(tiles: string) {
  const names = await readdir(tiles, { recursive: true }).catch((cause: Error) => {
    throw new RoadsUnavailable(`BAKWACHT_VALHALLA_TILES: ${cause.message}`, { cause })
  })
  const files = names.filter((name) => name.endsWith('.gph')).toSorted()
  if (files.length === 0)
    throw new RoadsUnavailable(`BAKWACHT_VALHALLA_TILES: got ${tiles}, where no .gph tiles are`)
  const hash = createHash('sha256')
  for (const name of files) {
    const { size, mtimeMs } = await stat(join(tiles, name))
    hash.update(`${name} ${size} ${mtimeMs}\n`)
  }
  return { identity: hash.digest('hex').slice(0, 16), tiles }
}
