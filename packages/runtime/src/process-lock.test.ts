import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { holdLock, LockHeld } from './process-lock.ts'

test('a lock is held by one at a time, in a folder that is made for it', () => {
  using folder = temporaryFolder('lock')
  const file = join(folder.path, 'new', 'lock')
  {
    using _ = holdLock(file)
    expect(() => holdLock(file)).toThrow(LockHeld)
  }
  holdLock(file)[Symbol.dispose]()
})

test('a file that cannot be written is not taken for a lock that is held', () => {
  expect(() => holdLock('/dev/null/lock')).toThrow(/EEXIST|ENOTDIR/)
})
