// One import at a time: two would each throw away what the other has just made. The lock is SQLite's own, so the kernel
// ends it with the process.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { ImportFailed } from './import-failed.ts'

/** Makes the folder if need be. @throws ImportFailed when another process changes the map there */
export function lockMap(dataDir: string): Disposable {
  mkdirSync(dataDir, { recursive: true })
  const file = join(dataDir, 'map-import.lock')
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause
    throw new ImportFailed(
      `another process is importing into ${dataDir}, or removing: wait for it, or end it`,
      { cause },
    )
  }
  return {
    [Symbol.dispose]() {
      // While it is still held: who comes now makes a file of its own.
      rmSync(file, { force: true })
      lock.close()
    },
  }
}
