// The imported basemap as pages ask for it: its facts, and a tile at a time. An import puts another file
// in its place while this runs; the next question is answered from that one.
import { statSync } from 'node:fs'
import type { Log } from '@bakwacht/runtime'
import { basemapFile } from './basemap-file.ts'
import { type MbTiles, openMbTiles } from './mbtiles/open-mbtiles.ts'

export interface BasemapFacts {
  /** Another map has another. */
  readonly identity: string
  /** West, south, east, north. */
  readonly bounds: readonly [number, number, number, number]
  readonly minZoom: number
  readonly maxZoom: number
  readonly attribution: string
}

/** One import: facts and tiles that are read of it in one go belong together. */
export interface ImportedMap {
  readonly facts: BasemapFacts
  /** A vector tile, packed with gzip; `undefined`: there is nothing in it. */
  tile(z: number, x: number, y: number): Buffer | undefined
}

export interface Basemap {
  /** As it is now; `undefined`: nothing was imported. */
  map(): ImportedMap | undefined
  facts(): BasemapFacts | undefined
  close(): void
}

export interface BasemapOptions {
  readonly dataDir: string
  readonly log: Log
}

/** Nothing is opened before the first question. A file that cannot be read counts as none, and the log says so once. */
export function openBasemap({ dataDir, log }: BasemapOptions): Basemap {
  const file = basemapFile(dataDir)
  let open: { readonly version: string; readonly tiles: MbTiles | undefined } | undefined
  return {
    map: current,
    facts: () => current()?.facts,
    close() {
      open?.tiles?.close()
      open = undefined
    },
  }

  function current(): MbTiles | undefined {
    const version = versionOf(file)
    if (open?.version === version) return open.tiles
    open?.tiles?.close()
    open = { version, tiles: version === '' ? undefined : opened() }
    return open.tiles
  }

  function opened(): MbTiles | undefined {
    try {
      return openMbTiles(file)
    } catch (err) {
      log.warn({ err, file }, 'the basemap cannot be read: import it again')
      return undefined
    }
  }
}

/** Empty where there is no file. */
function versionOf(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats === undefined ? '' : `${stats.ino} ${stats.mtimeMs} ${stats.size}`
}
