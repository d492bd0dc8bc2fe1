import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { DataFolderUnusable, takeDataFolder } from './data-folder.ts'

test('a folder lets one process in at a time', () => {
  using folder = temporaryFolder('data')
  const path = `${folder.path}/new/deep`
  const first = takeDataFolder(path)
  expect(() => takeDataFolder(path)).toThrow(DataFolderUnusable)
  expect(() => takeDataFolder(path)).toThrow(/another Bakwacht process/)
  first.release()
  takeDataFolder(path).release()
})

test('a folder that cannot be made is named', () => {
  expect(() => takeDataFolder('/dev/null/data')).toThrow(
    /data folder \/dev\/null\/data: it cannot be/,
  )
})
