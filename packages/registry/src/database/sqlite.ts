// SQLite through better-sqlite3: one connection a thread, durable at commit.
import Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from 'kysely'
import type { Db, Tables } from './schema.ts'

const BUSY_TIMEOUT_MS = 10_000
const CACHE_MB = 4
const STATEMENTS_KEPT = 200
/** Characters. Longer ones write many rows at once, and each time another number of them. */
const LONGEST_KEPT = 2000

/** @throws Error unless the file is in WAL mode with synchronous=FULL and foreign keys on */
export function openSqlite(file: string): Db {
  const database = new Database(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    database.pragma('journal_mode = WAL')
    database.pragma('synchronous = FULL')
    database.pragma('foreign_keys = ON')
    // The operating system keeps the file's pages too, once for all threads.
    database.pragma(`cache_size = -${CACHE_MB * 1024}`)
    assertPragma(database, 'journal_mode', 'wal')
    assertPragma(database, 'synchronous', 2)
    assertPragma(database, 'foreign_keys', 1)
    return new Kysely<Tables>({ dialect: new Dialect({ database: keepingStatements(database) }) })
  } catch (error) {
    database.close()
    throw error
  }
}

function assertPragma(database: Database.Database, name: string, wanted: string | number): void {
  const got = database.pragma(name, { simple: true })
  if (got !== wanted) throw new Error(`${database.name}: ${name} is ${got}, wanted ${wanted}`)
}

/** Kysely prepares every query anew; the newest statements are kept here instead. */
function keepingStatements(database: Database.Database): SqliteDatabase {
  const kept = new Map<string, Database.Statement<unknown[]>>()
  return {
    close: () => database.close(),
    prepare(sql) {
      const known = kept.get(sql)
      if (known !== undefined) return known
      const statement = database.prepare<unknown[]>(sql)
      if (sql.length > LONGEST_KEPT) return statement
      if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value ?? '')
      kept.set(sql, statement)
      return statement
    },
  }
}

class Dialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig

  constructor(config: SqliteDialectConfig) {
    super(config)
    this.#config = config
  }

  override createDriver() {
    return new WritingDriver(this.#config)
  }

  override createAdapter() {
    return new Adapter()
  }
}

class WritingDriver extends SqliteDriver {
  /**
   * All our transactions write. Begun as deferred ones, a read before the first write would make that
   * write fail at once (SQLITE_BUSY_SNAPSHOT) when another thread has written in between.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}

class Adapter extends SqliteAdapter {
  /** So that migrations run in one transaction, which is their lock between threads. */
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}
