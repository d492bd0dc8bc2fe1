// What one process may do at a time. The lock is SQLite's own, so the kernel ends it with the process.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'

/** Another process has the lock now. */
export class LockHeld extends Error {
  readonly code = 'LOCK_HELD'
}

/**
 * Takes the lock until it is disposed of, or the process ends. Makes the folder if need be; the file stays,
 * for whoever removed it would take it from under the next one.
 * @throws LockHeld at once when another has it; the system's own error when the file cannot be written
 */
export function holdLock(file: string): Disposable {
  mkdirSync(dirname(file), { recursive: true })
  const lock = new Database(file, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if ((cause as { code?: string }).code !== 'SQLITE_BUSY') throw cause
    throw new LockHeld(`another process holds ${file}`, { cause })
  }
  return { [Symbol.dispose]: () => void lock.close() }
}
