// From an extract to a map that the backend finds by itself.
import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { buildTiles } from './build-tiles.ts'
import { installValhalla } from './install-valhalla.ts'
import { type MapRecord, readMapRecord, writeMapRecord } from './map-record.ts'
import type { Extract } from './osm-extract.ts'
import { type RoadsFolder, roadsFolder, VALHALLA_VERSION } from './roads-folder.ts'

export interface ImportOptions {
  readonly extract: Extract
  readonly dataDir: string
  /** UTC ms. */
  readonly now: () => number
  /** Processor cores to use. */
  readonly threads: number
  readonly signal?: AbortSignal | undefined
  readonly onStage?: (share: number, doing: string) => void
}

export interface Imported {
  readonly map: MapRecord
  /** False: this very map was there already. */
  readonly isNew: boolean
  readonly installed: boolean
}

const INSTALL_SHARE = 0.1

/**
 * Installs Valhalla where it is missing, builds the tiles and makes them the map in use; the map before stays in use
 * until then. @throws ImportFailed, or the signal's reason
 */
export async function importMap(options: ImportOptions): Promise<Imported> {
  const { dataDir, extract, signal, onStage = () => {} } = options
  const folder = roadsFolder(resolve(dataDir))
  onStage(0, 'installing Valhalla')
  const installed = await installValhalla({ folder, signal })

  const identity = `${extract.hash.slice(0, 16)}-${VALHALLA_VERSION}`
  const before = readableRecord(folder)
  if (before?.identity === identity) return { map: before, isNew: false, installed }

  const tiles = `tiles-${randomBytes(4).toString('hex')}`
  try {
    const bytes = await buildTiles({
      ...{ extract, signal, threads: options.threads, library: folder.library },
      folder: folder.tiles(tiles),
      onStage: (share, doing) => onStage(INSTALL_SHARE + (1 - INSTALL_SHARE) * share, doing),
    })
    const map: MapRecord = {
      ...{ identity, tiles, bytes, valhalla: VALHALLA_VERSION, built_at: options.now() },
      source: basename(extract.file),
    }
    await writeMapRecord(folder, map)
    await removeAllBut(folder, [tiles, before?.tiles])
    return { map, isNew: true, installed }
  } catch (error) {
    await rm(folder.tiles(tiles), { recursive: true, force: true })
    throw error
  }
}

/** A damaged record is no reason not to import. */
function readableRecord(folder: RoadsFolder): MapRecord | undefined {
  try {
    return readMapRecord(folder)
  } catch {
    return undefined
  }
}

/** The tiles before stay until the next import: a plan under way may still read them. */
async function removeAllBut(
  folder: RoadsFolder,
  kept: readonly (string | undefined)[],
): Promise<void> {
  const tiles = (await readdir(folder.path)).filter((name) => name.startsWith('tiles-'))
  for (const name of tiles)
    if (!kept.includes(name)) await rm(join(folder.path, name), { recursive: true, force: true })
}

/** Map, Valhalla and cached pairs. @returns false when there was nothing */
export async function removeMap(dataDir: string): Promise<boolean> {
  const { path } = roadsFolder(resolve(dataDir))
  const found = await readdir(path).catch(() => [])
  await rm(path, { recursive: true, force: true })
  return found.length > 0
}
