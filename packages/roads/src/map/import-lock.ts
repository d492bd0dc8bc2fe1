import { join } from 'node:path'
import { holdLock, LockHeld } from '@bakwacht/runtime'
import { ImportFailed } from './import-failed.ts'

/**
 * One import at a time: two would each throw away what the other has just made. Makes the folder if need be.
 * @throws ImportFailed when another process changes the map there
 */
export function lockMap(dataDir: string): Disposable {
  try {
    return holdLock(join(dataDir, 'map-import.lock'))
  } catch (cause) {
    if (!(cause instanceof LockHeld)) throw cause
    throw new ImportFailed(
      `another process is importing into ${dataDir}, or removing: wait for it, or end it`,
      { cause },
    )
  }
}
