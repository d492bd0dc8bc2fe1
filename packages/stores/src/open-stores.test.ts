import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readConfig, silentLog } from '@bakwacht/runtime'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { openStores } from './open-stores.ts'

test('when the registry does not open, the readings are closed and the folder is let go', async () => {
  using folder = temporaryFolder('stores')
  const registryFile = join(folder.path, 'registry.sqlite')
  writeFileSync(registryFile, 'this is no database, and longer than the header of one would be')
  const opening = {
    config: readConfig({ BAKWACHT_DATA_DIR: folder.path }),
    clock: () => 0,
    log: silentLog,
  }
  await expect(openStores(opening)).rejects.toThrow(/not a database/)
  expect(existsSync(join(folder.path, 'readings.sqlite'))).toBe(true)
  expect(existsSync(join(folder.path, 'readings.sqlite-wal'))).toBe(false)

  rmSync(registryFile)
  const stores = await openStores(opening)
  await stores.stop()
})
