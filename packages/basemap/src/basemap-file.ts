import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Where the ground under the containers is kept: vector tiles in one SQLite file, as MBTiles has them. */
export const basemapFile = (dataDir: string): string => join(dataDir, 'basemap.mbtiles')

/** `undefined`: there is none. */
export const basemapBytes = (dataDir: string): Promise<number | undefined> =>
  stat(basemapFile(dataDir)).then(
    ({ size }) => size,
    () => undefined,
  )

/** @returns false when there was none */
export async function removeBasemap(dataDir: string): Promise<boolean> {
  const found = (await basemapBytes(dataDir)) !== undefined
  await rm(basemapFile(dataDir), { force: true })
  return found
}
