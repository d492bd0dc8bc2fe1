// The command: understands its arguments, does one thing, and says how it went.
import { existsSync } from 'node:fs'
import { basemapBytes, removeBasemap } from '@bakwacht/basemap'
import { type CommandProcess, type ExitCode, exitCodeOf } from '@bakwacht/command-line'
import { silentLog } from '@bakwacht/runtime'
import { inMegabytes } from '../map/free-space.ts'
import { lockMap } from '../map/import-lock.ts'
import { removeMap } from '../map/import-map.ts'
import { installValhalla } from '../map/install-valhalla.ts'
import { type MapRecord, readMapRecord } from '../map/map-record.ts'
import { roadsFolder, VALHALLA_VERSION } from '../map/roads-folder.ts'
import { openPairCache } from '../pairs/pair-cache.ts'
import { HELP } from './help.ts'
import { imported } from './import.ts'
import { type Options, parseOptions } from './options.ts'

export interface Process extends CommandProcess {
  /** The backend's data folder by its settings. */
  readonly dataDir: string
  /** The setting that goes before an imported map, where one is made. */
  readonly otherSetting: 'BAKWACHT_VALHALLA_URL' | 'BAKWACHT_VALHALLA_TILES' | undefined
  /** The same for what pages draw. */
  readonly otherGround: 'BAKWACHT_BASEMAP' | undefined
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
    case 'ground':
      return `${await imported(options, process)}${unused(process)}`
    case 'install':
      return installed(options.dataDir, process.signal)
    case 'status':
      return statusOf(options.dataDir, process)
    case 'remove':
      return (await removed(options.dataDir))
        ? `Removed: plans use straight lines and pages draw a plain ground from now on.\n`
        : `There is nothing to remove in ${options.dataDir}.\n`
  }
}

/** Settings that go before what was imported. */
function unused({ otherSetting, otherGround }: Process): string {
  const use = (setting: string, what: string) =>
    `But ${setting} is set, and goes before it: unset it to ${what}.\n`
  return [
    otherSetting === undefined ? '' : use(otherSetting, 'plan on this map'),
    otherGround === undefined ? '' : use(otherGround, 'draw this map'),
  ].join('')
}

async function removed(dataDir: string): Promise<boolean> {
  if (!existsSync(dataDir)) return false
  using _ = lockMap(dataDir)
  return [await removeMap(dataDir), await removeBasemap(dataDir)].includes(true)
}

async function installed(dataDir: string, signal: AbortSignal): Promise<string> {
  using _ = lockMap(dataDir)
  const folder = roadsFolder(dataDir)
  const isNew = await installValhalla({ folder, signal })
  return `Valhalla ${VALHALLA_VERSION} ${isNew ? 'is installed now' : 'was installed already'}.\n`
}

async function statusOf(dataDir: string, process: Process): Promise<string> {
  const folder = roadsFolder(dataDir)
  const map = readMapRecord(folder)
  const ground = await basemapBytes(dataDir)
  if (map === undefined && ground === undefined) return `No map in ${dataDir}.\n${unused(process)}`
  const drawn = ground === undefined ? 'nothing, import it again' : inMegabytes(ground)
  const roads =
    map === undefined ? `No roads in ${dataDir}.\n` : `${about(map)}\n${cached(folder.cache)}`
  return `${roads}To draw: ${drawn}.\n${unused(process)}`
}

function about({ source, built_at, bytes, valhalla }: MapRecord): string {
  const day = new Date(built_at).toISOString().slice(0, 10)
  return `${source}, imported on ${day}, ${inMegabytes(bytes)} of tiles, Valhalla ${valhalla}`
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
