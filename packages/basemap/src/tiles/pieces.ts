// The pile of pieces while a map is cut: on disk, for those of a country do not fit in memory, and handed
// back tile by tile.
import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { LAYERS } from '../ground/feature.ts'
import type { Piece } from './cut.ts'
import type { TilePiece } from './encode-tile.ts'
import { bytesOf, pathsIn } from './path-bytes.ts'
import { numberOf, type TileId, tileOf } from './tile-id.ts'

export interface Pieces extends Disposable {
  add(piece: Piece): void
  count(): number
  /** Each tile once, with all that lies in it. To be called when all is added. */
  byTile(): Generator<{ readonly tile: TileId; readonly pieces: readonly TilePiece[] }>
}

interface Row {
  readonly tile: number
  readonly layer: number
  readonly kind: number
  readonly properties: string
  readonly paths: Buffer
}

const KINDS = ['point', 'line', 'area'] as const

/** @param file made anew, and removed at the end */
export function openPieces(file: string): Pieces {
  rmSync(file, { force: true })
  const db = new Database(file)
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.exec(
    'create table pieces (tile integer, layer integer, kind integer, properties text, paths blob)',
  )
  db.exec('begin')
  const insert = db.prepare('insert into pieces values (?, ?, ?, ?, ?)')
  let count = 0
  return {
    count: () => count,
    add({ tile, layer, kind, properties, paths }) {
      const [inLayer, ofKind] = [LAYERS.indexOf(layer), KINDS.indexOf(kind)]
      insert.run(numberOf(tile), inLayer, ofKind, properties, bytesOf(paths))
      count++
    },
    *byTile() {
      db.exec('commit')
      const rows = db.prepare<[], Row>('select * from pieces order by tile, rowid').iterate()
      let pieces: TilePiece[] = []
      let at: number | undefined
      for (const row of rows) {
        if (at !== undefined && at !== row.tile) {
          yield { tile: tileOf(at), pieces }
          pieces = []
        }
        at = row.tile
        pieces.push(pieceIn(row))
      }
      if (at !== undefined) yield { tile: tileOf(at), pieces }
    },
    [Symbol.dispose]() {
      db.close()
      rmSync(file, { force: true })
    },
  }
}

const pieceIn = ({ layer, kind, properties, paths }: Row): TilePiece => ({
  layer: LAYERS[layer] ?? 'place',
  kind: KINDS[kind] ?? 'point',
  properties,
  paths: pathsIn(paths),
})
