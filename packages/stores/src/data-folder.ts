// The embedded databases' folder belongs to one process at a time: two of them would each answer
// from memory what the other has changed.
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { holdLock, LockHeld } from '@bakwacht/runtime'

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

/** One that was told to stop may still be writing what it has. */
const PATIENCE_MS = 5000
const ASK_AGAIN_MS = 100

/**
 * Makes the folder if need be.
 * @throws DataFolderUnusable when another process keeps it for so long, or it cannot be written
 */
export async function takeDataFolder(
  folder: string,
  patienceMs = PATIENCE_MS,
): Promise<DataFolder> {
  const path = resolve(folder)
  const lock = await locked(path, performance.now() + patienceMs)
  return {
    readingsFile: join(path, 'readings.sqlite'),
    registryFile: join(path, 'registry.sqlite'),
    release: () => lock[Symbol.dispose](),
  }
}

async function locked(path: string, until: number): Promise<Disposable> {
  try {
    return holdLock(join(path, 'lock'))
  } catch (cause) {
    const isHeld = cause instanceof LockHeld
    if (isHeld && performance.now() < until) {
      await sleep(ASK_AGAIN_MS)
      return locked(path, until)
    }
    const why = isHeld
      ? 'another Bakwacht process is using it: stop that one, or set BAKWACHT_DATA_DIR'
      : `it cannot be written: ${(cause as Error).message}`
    throw new DataFolderUnusable(`data folder ${path}: ${why}`, { cause })
  }
}
