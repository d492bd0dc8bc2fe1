import { availableParallelism } from 'node:os'
import { commandProcess } from '@bakwacht/command-line'
import { ConfigError, readConfig } from '@bakwacht/runtime'
import { command } from './command.ts'

try {
  const { basemap, dataDir, valhalla } = readConfig(process.env)
  const tiles = valhalla.tiles === undefined ? undefined : 'BAKWACHT_VALHALLA_TILES'
  process.exitCode = await command({
    ...commandProcess(process, Date.now),
    dataDir,
    otherSetting: valhalla.url === undefined ? tiles : 'BAKWACHT_VALHALLA_URL',
    otherGround: basemap === undefined ? undefined : 'BAKWACHT_BASEMAP',
    threads: availableParallelism(),
  })
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
