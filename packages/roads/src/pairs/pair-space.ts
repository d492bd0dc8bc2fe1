import type { Database } from 'better-sqlite3'
import { emptyRow, type Row, rowBytes, rowIn } from './row.ts'

/** What is known of a place as a start. */
export interface Known {
  /** To the nearest road; `null`: none for kilometres. */
  readonly nearestM: number | null
  readonly row: Row
}

/** The pairs of one map and one vehicle profile. Places are numbers here. */
export interface PairSpace {
  /** Of the keys that it was opened with, in their order. */
  readonly ids: readonly number[]
  /** Metres to the nearest road; `null`: none for kilometres; `undefined`: nothing is known. */
  nearest(place: number): number | null | undefined
  /** `undefined`: nothing is known. */
  read(place: number): Known | undefined
  write(places: ReadonlyMap<number, Known>): void
}

/** Where nothing can be kept: all is new, and forgotten. */
export const unkeptSpace = (keys: readonly string[]): PairSpace => ({
  ids: [...keys.keys()],
  nearest: () => undefined,
  read: () => undefined,
  write: () => {},
})

/** @throws SqliteError */
export function openPairSpace(
  db: Database,
  map: string,
  profile: string,
  keys: readonly string[],
): PairSpace {
  const space = db.transaction(() => {
    forgetOtherMaps(db, map)
    return spaceId(db, map, profile)
  })()
  const ids = placeIds(db, keys)
  const get = db.prepare('select nearest_m, pairs from rows where space = ? and place = ?')
  const near = db.prepare('select nearest_m from rows where space = ? and place = ?').pluck()
  const put = db.prepare(
    'insert or replace into rows (space, place, nearest_m, pairs) values (?, ?, ?, ?)',
  )
  return {
    ids,
    nearest: (place) => near.get(space, place) as number | null | undefined,
    read(place) {
      const stored = get.get(space, place) as StoredRow | undefined
      return stored && { nearestM: stored.nearest_m, row: rowIn(stored.pairs) ?? emptyRow }
    },
    write: db.transaction((places) => {
      for (const [place, { nearestM, row }] of places)
        put.run(space, place, nearestM, rowBytes(row))
    }),
  }
}

interface StoredRow {
  readonly nearest_m: number | null
  readonly pairs: Uint8Array
}

function forgetOtherMaps(db: Database, map: string): void {
  const others = db.prepare('select id from spaces where map <> ?').pluck().all(map)
  for (const id of others) db.prepare('delete from rows where space = ?').run(id)
  db.prepare('delete from spaces where map <> ?').run(map)
}

function spaceId(db: Database, map: string, profile: string): number {
  db.prepare('insert or ignore into spaces (map, profile) values (?, ?)').run(map, profile)
  const find = db.prepare('select id from spaces where map = ? and profile = ?').pluck()
  return find.get(map, profile) as number
}

function placeIds(db: Database, keys: readonly string[]): readonly number[] {
  const find = db.prepare('select id from places where key = ?').pluck()
  const add = db.prepare('insert into places (key) values (?) on conflict do nothing')
  const idOf = (key: string) => find.get(key) as number | undefined
  return db.transaction(() =>
    keys.map((key) => {
      const known = idOf(key)
      if (known !== undefined) return known
      add.run(key)
      return idOf(key) as number
    }),
  )()
}
