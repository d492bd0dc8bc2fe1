// Valhalla’s own program makes tiles of an extract; we follow what it says.
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buildingConfig } from '../valhalla/process/valhalla-config.ts'
import { inMegabytes, isFull, wantFreeSpace } from './free-space.ts'
import { ImportFailed } from './import-failed.ts'
import type { Extract } from './osm-extract.ts'
import { runProgram } from './run-program.ts'

/** What it says at the beginning of each stage, and what we call it. */
const STAGES = [
  ['Parsing files for ways', 'reading ways'],
  ['Parsing files for nodes', 'reading nodes'],
  ['Creating graph edges', 'joining roads'],
  ['Building ', 'building tiles'],
  ['Enhancing', 'enhancing tiles'],
  ['Creating shortcuts', 'adding shortcuts'],
  ['Adding complex turn restrictions', 'adding restrictions'],
  ['Validating', 'checking'],
] as const

/** Of the extract's size: what is needed on disk while it is built, tiles included. */
const TIMES_ITS_SIZE = 8

export interface BuildOptions {
  readonly extract: Extract
  /** A new folder, for tiles and what is needed meanwhile. */
  readonly folder: string
  readonly library: string
  readonly platform?: string
  readonly threads: number
  readonly signal?: AbortSignal | undefined
  readonly onStage?: (share: number, doing: string) => void
}

/** @returns the tiles’ bytes. @throws ImportFailed */
export async function buildTiles(options: BuildOptions): Promise<number> {
  const { extract, folder, library, threads, signal } = options
  const { platform = `${process.platform}/${process.arch}` } = options
  await mkdir(folder, { recursive: true })
  await wantFreeSpace(folder, TIMES_ITS_SIZE * extract.bytes, 'building tiles')
  const config = join(folder, 'config.json')
  await writeFile(config, JSON.stringify(buildingConfig(folder, threads)))
  const { exitCode, lastLines } = await runProgram({
    program: join(library, platform, 'valhalla_build_tiles'),
    args: ['-c', config, extract.file],
    // It leaves notes in the current folder.
    cwd: folder,
    signal,
    onLine: stageTeller(options.onStage),
  })
  const { tiles, bytes } = await tilesIn(folder)
  if (exitCode === 0 && tiles > 0) return bytes
  if (await isFull(folder))
    throw new ImportFailed(`the disk is full: ${inMegabytes(bytes)} were built so far`)
  if (exitCode === 0) throw new ImportFailed(`${extract.file}: there are no roads in it`)
  throw new ImportFailed(`${extract.file}: no tiles could be built: ${whyOf(lastLines)}`)
}

function stageTeller(onStage: BuildOptions['onStage'] = () => {}): (line: string) => void {
  return (line) => {
    const stage = STAGES.findIndex(([said]) => line.includes(said))
    if (stage >= 0) onStage(stage / STAGES.length, STAGES[stage]?.[1] ?? '')
  }
}

/** A C++ exception’s text, or the last error in the log. */
function whyOf(lines: readonly string[]): string {
  const said = lines.findLast((line) => /what\(\):|\[ERROR\]/.test(line)) ?? lines.at(-1) ?? ''
  return said.replace(/^.*(what\(\):|\[ERROR\])\s*/, '')
}

/** Tiles, wherever under the folder: how many, and their bytes together. */
export async function tilesIn(folder: string): Promise<{ tiles: number; bytes: number }> {
  const files = await readdir(folder, { recursive: true })
  const tiles = files.filter((name) => name.endsWith('.gph'))
  const sizes = await Promise.all(tiles.map((name) => stat(join(folder, name))))
  return { tiles: tiles.length, bytes: sizes.reduce((sum, { size }) => sum + size, 0) }
}
