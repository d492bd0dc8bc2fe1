import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { available, ROADS_FOR_TESTS } from './real-server.ts'
import { temporaryFolder } from './temporary-folder.ts'

/**
 * A new data folder with Valhalla and, unless told otherwise, the map that was imported for tests, but with nothing
 * that was asked of it; `undefined`: there is none on this machine.
 */
export function folderWithRoads({
  map = true,
} = {}): ReturnType<typeof temporaryFolder> | undefined {
  if (!available('valhalla')) return undefined
  const folder = temporaryFolder('roads')
  const from = join(ROADS_FOR_TESTS, 'roads')
  const to = join(folder.path, 'roads')
  mkdirSync(to)
  for (const name of readdirSync(from)) {
    if (name.startsWith('valhalla-') || (map && name.startsWith('tiles-')))
      symlinkSync(join(from, name), join(to, name))
    if (map && name === 'map.json') cpSync(join(from, name), join(to, name))
  }
  return folder
}
