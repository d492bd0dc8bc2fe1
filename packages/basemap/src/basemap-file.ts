import { join } from 'node:path'

/** Where the ground under the containers is kept: vector tiles in one SQLite file, as MBTiles has them. */
export const basemapFile = (dataDir: string): string => join(dataDir, 'basemap.mbtiles')
