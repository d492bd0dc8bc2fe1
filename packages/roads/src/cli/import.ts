// One extract becomes the map that pages draw and the roads that plans are made on. Neither is used before both are whole.
import { basename, resolve } from 'node:path'
import { type CutBasemap, cutBasemap } from '@bakwacht/basemap'
import { progressOn } from '@bakwacht/command-line'
import { inMegabytes, wantFreeSpace } from '../map/free-space.ts'
import { lockMap } from '../map/import-lock.ts'
import { type Imported, importMap } from '../map/import-map.ts'
import { readExtract } from '../map/osm-extract.ts'
import type { Process } from './command.ts'

export interface ImportOptions {
  /** `ground`: what pages draw alone, for which Valhalla is not needed. */
  readonly kind: 'import' | 'ground'
  readonly file: string
  readonly dataDir: string
}

/** Of the extract's size: what is piled up meanwhile, where it is of roads alone; of others it is less. */
const TIMES_ITS_SIZE = 8

/** The part of the time that goes into what is drawn. */
const GROUND_SHARE = 0.3

/** @returns what to say. @throws ImportFailed, BadExtract, or the signal's reason */
export async function imported(options: ImportOptions, process: Process): Promise<string> {
  const { kind, dataDir } = options
  const { now, signal, threads } = process
  const begun = now()
  const progress = progressOn(process.terminal, now)
  try {
    const extract = await readExtract(resolve(options.file))
    const { file, hash } = extract
    using _ = lockMap(dataDir)
    await wantFreeSpace(dataDir, TIMES_ITS_SIZE * extract.bytes, 'cutting the map')
    const share = kind === 'ground' ? 1 : GROUND_SHARE
    await using ground = await cutBasemap({
      ...{ file, hash, dataDir, signal },
      onStage: (done, doing) => progress.show(share * done, doing),
    })
    const roads =
      kind === 'ground'
        ? undefined
        : await importMap({
            ...{ extract, dataDir, now, threads, signal },
            onStage: (done, doing) => progress.show(share + (1 - share) * done, doing),
          })
    await ground.use()
    const seconds = Math.round((now() - begun) / 1000)
    return `${basename(file)} ${saidOf(ground, roads, seconds)}\n`
  } finally {
    progress.end()
  }
}

function saidOf(ground: CutBasemap, roads: Imported | undefined, seconds: number): string {
  const drawn = inMegabytes(ground.bytes)
  if (roads === undefined)
    return ground.isNew
      ? `is what pages draw now: ${drawn}, made in ${seconds} s.`
      : 'is what pages draw already.'
  if (!roads.isNew && !ground.isNew) return 'is the map in use already.'
  const tiles = inMegabytes(roads.map.bytes)
  return `is the map in use now: ${tiles} of tiles, and ${drawn} to draw, made in ${seconds} s.`
}
