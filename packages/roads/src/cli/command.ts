// The command: understands its arguments, does one thing, and says how it went.
import { existsSync } from 'node:fs'
import { type CommandProcess, type ExitCode, exitCodeOf, progressOn } from '@bakwacht/command-line'
import { silentLog } from '@bakwacht/runtime'
import { inMegabytes } from '../map/free-space.ts'
import { importMap, removeMap } from '../map/import-map.ts'
import { installValhalla } from '../map/install-valhalla.ts'
import { readMapRecord } from '../map/map-record.ts'
import { roadsFolder, VALHALLA_VERSION } from '../map/roads-folder.ts'
import { openPairCache } from '../pairs/pair-cache.ts'
import { HELP } from './help.ts'
import { type Options, parseOptions } from './options.ts'

export interface Process extends CommandProcess {
  /** The backend's data folder by its settings. */
  readonly dataDir: string
  /** The setting that goes before an imported map, where one is made. */
  readonly otherSetting: 'BAKWACHT_VALHALLA_URL' | 'BAKWACHT_VALHALLA_TILES' | undefined
  readonly threads: number
}

export async function command(process: Process): Promise<ExitCode> {
  const { args, dataDir, out, err } = process
  try {
    out(await perform(parseOptions(args, dataDir), process))
    return 0
  } catch (error) {
    return exitCodeOf(error, err)
  }
}

async function perform(options: Options, process: Process): Promise<string> {
  switch (options.kind) {
    case 'help':
      return HELP
    case 'import':
      return imported(options, process)
    case 'install':
      return installed(options.dataDir, process.signal)
    case 'status':
      return statusOf(options.dataDir, process)
    case 'remove':
      return (await removeMap(options.dataDir))
        ? `Removed: plans use straight lines from now on.\n`
        : `There is nothing to remove in ${options.dataDir}.\n`
  }
}

async function imported(
  { file, dataDir }: Extract<Options, { kind: 'import' }>,
  process: Process,
): Promise<string> {
  const { now, threads, signal, terminal } = process
  const begun = now()
  const progress = progressOn(terminal, now)
  try {
    const { map, isNew } = await importMap({
      ...{ file, dataDir, now, threads, signal },
      onStage: progress.show,
    })
    if (!isNew) return `${map.source} is the map in use already.\n${unused(process)}`
    const seconds = Math.round((now() - begun) / 1000)
    return `${map.source} is the map in use now: ${inMegabytes(map.bytes)} of tiles, made in ${seconds} s.\n${unused(process)}`
  } finally {
    progress.end()
  }
}

const unused = ({ otherSetting }: Process): string =>
  otherSetting === undefined
    ? ''
    : `But ${otherSetting} is set, and goes before it: unset it to use this map.\n`

async function installed(dataDir: string, signal: AbortSignal): Promise<string> {
  const folder = roadsFolder(dataDir)
  const isNew = await installValhalla({ folder, signal })
  return `Valhalla ${VALHALLA_VERSION} ${isNew ? 'is installed now' : 'was installed already'}.\n`
}

function statusOf(dataDir: string, process: Process): string {
  const folder = roadsFolder(dataDir)
  const map = readMapRecord(folder)
  if (map === undefined) return `No map in ${dataDir}.\n${unused(process)}`
  const day = new Date(map.built_at).toISOString().slice(0, 10)
  const about = `${map.source}, imported on ${day}, ${inMegabytes(map.bytes)} of tiles, Valhalla ${map.valhalla}`
  return `${about}\n${cached(folder.cache)}${unused(process)}`
}

function cached(file: string): string {
  if (!existsSync(file)) return 'No pairs are known yet.\n'
  const cache = openPairCache(file, silentLog)
  try {
    const { pairs, bytes } = cache.size()
    return `${pairs.toLocaleString('en')} pairs are known (${inMegabytes(bytes)}).\n`
  } finally {
    cache.close()
  }
}
