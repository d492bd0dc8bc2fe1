// Every connection to readings.sqlite is opened here, so that none can be less durable.
import Database from 'better-sqlite3'

export type Connection = Database.Database

/** `wal_autocheckpoint` is in pages of 4 kB; SQLite's default of 1000 halves the rate. */
const PRAGMAS = ['journal_mode = WAL', 'synchronous = FULL', 'wal_autocheckpoint = 16000']
const FULL = 2

/** @throws Error when the file cannot be as durable as an acknowledgement promises */
export function openConnection(file: string, options: { readonly cacheMb: number }): Connection {
  const connection = new Database(file)
  for (const pragma of PRAGMAS) connection.pragma(pragma)
  connection.pragma(`cache_size = -${options.cacheMb * 1024}`)
  connection.pragma('busy_timeout = 5000')
  assertPragma(connection, 'journal_mode', 'wal')
  assertPragma(connection, 'synchronous', FULL)
  return connection
}

function assertPragma(connection: Connection, name: string, wanted: unknown): void {
  const got = connection.pragma(name, { simple: true })
  if (got !== wanted) throw new Error(`${connection.name}: ${name} is ${got}, wanted ${wanted}`)
}
