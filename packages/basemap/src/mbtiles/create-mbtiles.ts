// A file of vector tiles, being written (https://github.com/mapbox/mbtiles-spec, version 1.3).
import Database from 'better-sqlite3'
import type { BasemapFacts } from '../open-basemap.ts'
import type { TileId } from '../tiles/tile-id.ts'
import { fromBelow } from './open-mbtiles.ts'

export interface MbTilesWriter {
  /** @param packed with gzip */
  add(tile: TileId, packed: Buffer): void
  /** Nothing may be added any more. */
  finish(facts: BasemapFacts, layers: readonly string[]): void
  /** Safe to call after `finish`. */
  close(): void
}

/** @param file must not exist. Until `finish` is through, it is no map. */
export function createMbTiles(file: string): MbTilesWriter {
  const db = new Database(file)
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.exec(`
    create table metadata (name text not null, value text);
    create table tiles (
      zoom_level integer not null, tile_column integer not null, tile_row integer not null, tile_data blob not null,
      primary key (zoom_level, tile_column, tile_row)
    );
    begin`)
  const insert = db.prepare('insert into tiles values (?, ?, ?, ?)')
  const note = db.prepare('insert into metadata values (?, ?)')
  return {
    add({ z, x, y }, packed) {
      insert.run(z, x, fromBelow(z, y), packed)
    },
    finish(facts, layers) {
      for (const [name, value] of Object.entries(metadataOf(facts, layers))) note.run(name, value)
      db.exec('commit')
      db.close()
    },
    close: () => db.close(),
  }
}

const metadataOf = (facts: BasemapFacts, layers: readonly string[]) => ({
  name: 'Bakwacht basemap',
  format: 'pbf',
  type: 'baselayer',
  identity: facts.identity,
  bounds: facts.bounds.join(),
  minzoom: String(facts.minZoom),
  maxzoom: String(facts.maxZoom),
  attribution: facts.attribution,
  json: JSON.stringify({ vector_layers: layers.map((id) => ({ id, fields: {} })) }),
})
