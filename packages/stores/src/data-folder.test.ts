import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { DataFolderUnusable, takeDataFolder } from './data-folder.ts'

test('a folder lets one process in at a time', async () => {
  using folder = temporaryFolder('data')
  const path = `${folder.path}/new/deep`
  const first = await takeDataFolder(path)
  const second = takeDataFolder(path, 50)
  await expect(second).rejects.toThrow(DataFolderUnusable)
  await expect(second).rejects.toThrow(/another Bakwacht process/)
  first.release()
  ;(await takeDataFolder(path)).release()
})

test('who comes while another is ending waits for it', async () => {
  using folder = temporaryFolder('data')
  const first = await takeDataFolder(folder.path)
  const second = takeDataFolder(folder.path)
  setTimeout(() => first.release(), 150)
  ;(await second).release()
})

test('a folder that cannot be made is named', async () => {
  await expect(takeDataFolder('/dev/null/data')).rejects.toThrow(
    /data folder \/dev\/null\/data: it cannot be/,
  )
})
