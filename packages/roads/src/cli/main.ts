import { availableParallelism } from 'node:os'
import { ConfigError, readConfig } from '@bakwacht/runtime'
import { command } from './command.ts'

const ending = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ending.abort())

try {
  const { dataDir, valhalla } = readConfig(process.env)
  const tiles = valhalla.tiles === undefined ? undefined : 'BAKWACHT_VALHALLA_TILES'
  process.exitCode = await command({
    args: process.argv.slice(2),
    dataDir,
    otherSetting: valhalla.url === undefined ? tiles : 'BAKWACHT_VALHALLA_URL',
    now: Date.now,
    threads: availableParallelism(),
    signal: ending.signal,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stderr,
  })
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
