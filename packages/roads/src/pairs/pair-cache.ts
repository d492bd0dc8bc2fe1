// Pairs of places that Valhalla has answered once, on disk: containers stand still. A cache and nothing
// more: what cannot be read is computed again, what cannot be written is computed again next time.
import { rmSync } from 'node:fs'
import type { Log } from '@bakwacht/runtime'
import Database from 'better-sqlite3'
import { openPairSpace, type PairSpace, unkeptSpace } from './pair-space.ts'
import { CHECKSUM_BYTES, PAIR_BYTES } from './row.ts'

export interface PairCache {
  /**
   * The pairs of one map and one vehicle profile, for places that these keys stand for.
   * Forgets the pairs of other maps: roads have changed.
   */
  space(map: string, profile: string, keys: readonly string[]): PairSpace
  /** Pairs of all spaces, and their bytes. */
  size(): { readonly pairs: number; readonly bytes: number }
  close(): void
}

const SCHEMA_VERSION = 1
const SCHEMA = `
  create table spaces (
    id integer primary key autoincrement, map text not null, profile text not null, unique (map, profile)
  );
  create table places (id integer primary key, key text not null unique);
  create table rows (
    space integer not null, place integer not null, nearest_m real, pairs blob not null,
    primary key (space, place)
  );
  pragma user_version = ${SCHEMA_VERSION};`
const FILES = ['', '-wal', '-shm']

/** Opens or makes the file; one that is no cache of ours, or damaged, is begun anew. */
export function openPairCache(file: string, log: Log): PairCache {
  let db = opened()
  return {
    space(map, profile, keys) {
      // Ids mean nothing in a file that was begun anew since they were given.
      const home = db
      const whileHome = <T>(work: () => T, otherwise: T) =>
        home === db ? attempt(work, otherwise) : otherwise
      const space = attempt(() => openPairSpace(db, map, profile, keys), undefined)
      if (space === undefined) return unkeptSpace(keys)
      return {
        ids: space.ids,
        nearest: (place) => whileHome(() => space.nearest(place), undefined),
        read: (place) => whileHome(() => space.read(place), undefined),
        write: (places) => whileHome(() => space.write(places), undefined),
      }
    },
    size: () => attempt(size, { pairs: 0, bytes: 0 }),
    close: () => db.close(),
  }

  function opened(): Database.Database {
    try {
      return prepared(new Database(file))
    } catch (err) {
      log.warn({ err, file }, 'the cache of road times cannot be used: begun anew')
      return anew()
    }
  }

  /** An empty one; in memory where the disk refuses even that. */
  function anew(): Database.Database {
    try {
      for (const suffix of FILES) rmSync(`${file}${suffix}`, { force: true })
      return prepared(new Database(file))
    } catch (err) {
      log.warn({ err, file }, 'road times are not kept: the cache cannot be written')
      return prepared(new Database(':memory:'))
    }
  }

  /** A cache that fails is begun anew; one that another process holds is left alone this time. */
  function attempt<T>(work: () => T, otherwise: T): T {
    if (!db.open) return otherwise
    try {
      return work()
    } catch (err) {
      const { code } = err as { readonly code?: string }
      if (!code?.startsWith('SQLITE_')) throw err
      if (code.startsWith('SQLITE_BUSY')) return otherwise
      log.warn({ err, file }, 'the cache of road times is damaged: begun anew')
      db.close()
      db = anew()
      return otherwise
    }
  }

  function size() {
    const sum = db.prepare(
      'select count(*) as rows, coalesce(sum(length(pairs)), 0) as bytes from rows',
    )
    const { rows, bytes } = sum.get() as { rows: number; bytes: number }
    return { pairs: (bytes - rows * CHECKSUM_BYTES) / PAIR_BYTES, bytes }
  }
}

/** Losing the last seconds in a power cut costs a few questions, so nothing waits for the disk. */
function prepared(db: Database.Database): Database.Database {
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = OFF')
    const version = db.pragma('user_version', { simple: true })
    if (version === 0) db.exec(SCHEMA)
    else if (version !== SCHEMA_VERSION)
      throw new Error(`got version ${version}, wanted ${SCHEMA_VERSION}`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
