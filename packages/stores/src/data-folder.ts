// The embedded databases' folder belongs to one process at a time: two of them would each answer
// from memory what the other has changed. The lock is SQLite's own, so the kernel ends it with the process.
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'

export interface DataFolder {
  readonly readingsFile: string
  readonly registryFile: string
  /** Lets the next process in. */
  release(): void
}

/** The folder cannot be used: what was got, and what to do. */
export class DataFolderUnusable extends Error {
  readonly code = 'DATA_FOLDER_UNUSABLE'
}

/** Makes the folder if need be. @throws DataFolderUnusable when another process has it, or it cannot be written */
export function takeDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  const lock = locked(path)
  return {
    readingsFile: join(path, 'readings.sqlite'),
    registryFile: join(path, 'registry.sqlite'),
    release: () => lock.close(),
  }
}

function locked(path: string): Database.Database {
  try {
    mkdirSync(path, { recursive: true })
    const lock = new Database(join(path, 'lock'), { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (cause) {
    const busy = (cause as { code?: string }).code === 'SQLITE_BUSY'
    const why = busy
      ? 'another Bakwacht process is using it: stop that one, or set BAKWACHT_DATA_DIR'
      : `it cannot be written: ${(cause as Error).message}`
    throw new DataFolderUnusable(`data folder ${path}: ${why}`, { cause })
  }
}
