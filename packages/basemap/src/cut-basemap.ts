// From an OpenStreetMap extract to vector tiles that pages draw.
import { mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { basemapFile } from './basemap-file.ts'
import { Bounds } from './ground/bounds.ts'
import { LAYERS } from './ground/feature.ts'
import { createMbTiles } from './mbtiles/create-mbtiles.ts'
import { openMbTiles } from './mbtiles/open-mbtiles.ts'
import type { BasemapFacts } from './open-basemap.ts'
import { BadExtract } from './osm/bad-extract.ts'
import { openExtract } from './osm/extract-file.ts'
import { readFeatures } from './osm/read-features.ts'
import { cut } from './tiles/cut.ts'
import { encodeTile } from './tiles/encode-tile.ts'
import { openPieces, type Pieces } from './tiles/pieces.ts'
import { FARTHEST_ZOOM, NEAREST_ZOOM } from './tiles/tile-id.ts'

export interface CutOptions {
  /** An `.osm.pbf` file. */
  readonly file: string
  /** Of what is in the file: the same again is not cut again. */
  readonly hash: string
  readonly dataDir: string
  readonly signal?: AbortSignal | undefined
  readonly onStage?: (share: number, doing: string) => void
}

/** Tiles that wait to be used; disposed of before, they are gone and nothing has changed. */
export interface CutBasemap extends AsyncDisposable {
  readonly bytes: number
  /** False: this very map is in use already. */
  readonly isNew: boolean
  /** In one step: who reads meanwhile gets the old or the new. */
  use(): Promise<void>
}

/** Another number when the same extract would give other tiles. */
const CUT = 1
const DRAFT = 'basemap-importing-'
const READING_SHARE = 0.7

/** @throws BadExtract, or the signal's reason */
export async function cutBasemap(options: CutOptions): Promise<CutBasemap> {
  const { dataDir, hash } = options
  const file = basemapFile(dataDir)
  const identity = `${hash.slice(0, 16)}-${CUT}`
  if (identityOf(file) === identity) return { ...(await inUse(file)), isNew: false }
  const folder = await draftFolder(dataDir)
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const draft = join(folder, 'basemap.mbtiles')
    await cutExtract(options, { identity, draft, pile: join(folder, 'pieces') }).catch(
      named(options),
    )
    await onDisk(draft)
    const { size } = await stat(draft)
    return {
      ...{ bytes: size, isNew: true },
      use: () => rename(draft, file),
      [Symbol.asyncDispose]: discard,
    }
  } catch (error) {
    await discard()
    throw error
  }
}

/** Says of which file a fault is. */
const named =
  ({ file }: CutOptions) =>
  (error: unknown): never => {
    if (!(error instanceof BadExtract)) throw error
    throw new BadExtract(`${file}: ${error.message}`, { cause: error })
  }

const inUse = async (file: string) => ({
  bytes: (await stat(file)).size,
  use: async () => {},
  [Symbol.asyncDispose]: async () => {},
})

interface Draft {
  readonly identity: string
  readonly draft: string
  readonly pile: string
}

async function cutExtract(options: CutOptions, { identity, draft, pile }: Draft): Promise<void> {
  const { signal, onStage = () => {} } = options
  const onProgress = (share: number, doing: string) => {
    signal?.throwIfAborted()
    onStage(share, doing)
  }
  await using extract = await openExtract(options.file)
  using pieces = openPieces(pile)
  const around = new Bounds()
  await readFeatures(extract, {
    take(feature) {
      const { shape } = feature
      for (const points of shape.kind === 'area' ? shape.rings : [shape.points]) around.add(points)
      for (const piece of cut(feature)) pieces.add(piece)
    },
    onProgress: (share, doing) => onProgress(READING_SHARE * share, doing),
  })
  const bounds = around.degrees()
  if (bounds === undefined) throw new BadExtract('there is nothing to draw in it')
  await writeTiles(pieces, draft, {
    facts: { ...FACTS, identity, bounds },
    onProgress: (share) =>
      onProgress(READING_SHARE + (1 - READING_SHARE) * share, 'writing the basemap'),
  })
}

const FACTS = {
  minZoom: FARTHEST_ZOOM,
  maxZoom: NEAREST_ZOOM,
  attribution: '© OpenStreetMap contributors',
} as const satisfies Partial<BasemapFacts>

interface Writing {
  readonly facts: BasemapFacts
  readonly onProgress: (share: number) => void
}

const packed = promisify(gzip) as (bytes: Uint8Array) => Promise<Buffer>

async function writeTiles(
  pieces: Pieces,
  file: string,
  { facts, onProgress }: Writing,
): Promise<void> {
  const tiles = createMbTiles(file)
  try {
    let done = 0
    for (const one of pieces.byTile()) {
      tiles.add(one.tile, await packed(encodeTile(one.pieces)))
      done += one.pieces.length
      onProgress(done / pieces.count())
    }
    tiles.finish(facts, LAYERS)
  } finally {
    tiles.close()
  }
}

function identityOf(file: string): string | undefined {
  try {
    const tiles = openMbTiles(file)
    tiles.close()
    return tiles.facts.identity
  } catch {
    // None, or none that can be read: a new one takes its place.
    return undefined
  }
}

/** Beside the file that it will be, so that it can be moved in one step. What an import left that was killed goes. */
async function draftFolder(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true })
  const left = (await readdir(dataDir)).filter((name) => name.startsWith(DRAFT))
  for (const name of left) await rm(join(dataDir, name), { recursive: true, force: true })
  return mkdtemp(join(dataDir, DRAFT))
}

async function onDisk(file: string): Promise<void> {
  await using handle = await open(file, 'r+')
  await handle.sync()
}
