// A file of vector tiles to read from (https://github.com/mapbox/mbtiles-spec, version 1.3).
import Database from 'better-sqlite3'
import type { BasemapFacts, ImportedMap } from '../open-basemap.ts'

export interface MbTiles extends ImportedMap {
  close(): void
}

/** @throws Error when it cannot be read, or is none of ours */
export function openMbTiles(file: string): MbTiles {
  const db = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const one = db
      .prepare<[number, number, number], Buffer>(
        'select tile_data from tiles where zoom_level = ? and tile_column = ? and tile_row = ?',
      )
      .pluck()
    return {
      facts: factsIn(db),
      tile: (z, x, y) => one.get(z, x, fromBelow(z, y)),
      close: () => db.close(),
    }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Rows are counted from the south there. */
export const fromBelow = (z: number, y: number): number => 2 ** z - 1 - y

function factsIn(db: Database.Database): BasemapFacts {
  const rows = db.prepare<[], { name: string; value: string }>('select name, value from metadata')
  const metadata = new Map(rows.all().map(({ name, value }) => [name, value]))
  const text = (name: string): string => {
    const value = metadata.get(name)
    if (value === undefined) throw new Error(`metadata: got no ${name}`)
    return value
  }
  const number = (name: string): number => finite(name, text(name))
  const [west, south, east, north] = text('bounds').split(',')
  return {
    identity: text('identity'),
    bounds: [
      finite('bounds', west),
      finite('bounds', south),
      finite('bounds', east),
      finite('bounds', north),
    ],
    minZoom: number('minzoom'),
    maxZoom: number('maxzoom'),
    attribution: text('attribution'),
  }
}

function finite(name: string, value = ''): number {
  const number = Number.parseFloat(value)
  if (!Number.isFinite(number)) throw new Error(`metadata: got ${name} "${value}", wanted a number`)
  return number
}
