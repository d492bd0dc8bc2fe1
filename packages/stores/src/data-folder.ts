// The embedded databases' folder belongs to one process at a time: two of them would each answer
// from memory what the other has changed.
import { join, resolve } from 'node:path'
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

/** Makes the folder if need be. @throws DataFolderUnusable when another process has it, or it cannot be written */
export function takeDataFolder(folder: string): DataFolder {
  const path = resolve(folder)
  const lock = locked(path)
  return {
    readingsFile: join(path, 'readings.sqlite'),
    registryFile: join(path, 'registry.sqlite'),
    release: () => lock[Symbol.dispose](),
  }
}

function locked(path: string): Disposable {
  try {
    return holdLock(join(path, 'lock'))
  } catch (cause) {
    const why =
      cause instanceof LockHeld
        ? 'another Bakwacht process is using it: stop that one, or set BAKWACHT_DATA_DIR'
        : `it cannot be written: ${(cause as Error).message}`
    throw new DataFolderUnusable(`data folder ${path}: ${why}`, { cause })
  }
}
