import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { isMosquittoPasswordOf, mosquittoPassword } from './mosquitto-password.ts'

const hasTool = spawnSync('mosquitto_passwd', ['--help']).error === undefined

test('a password is known by its secret alone', async () => {
  const password = await mosquittoPassword('secret')
  expect(password).toMatch(/^\$7\$101\$[\w+/]{16}\$[\w+/]{86}==$/)
  expect(await isMosquittoPasswordOf(password, 'secret')).toBe(true)
  expect(await isMosquittoPasswordOf(password, 'Secret')).toBe(false)
  expect(await mosquittoPassword('secret')).not.toBe(password)
  for (const broken of ['', 'secret', '$6$salt$hash', '$7$101$c2FsdA==$='])
    expect(await isMosquittoPasswordOf(broken, 'secret')).toBe(false)
})

test.skipIf(!hasTool)('the format is that of Mosquitto’s own tool', async () => {
  using folder = temporaryFolder('passwords')
  const file = join(folder.path, 'passwords')
  execFileSync('mosquitto_passwd', ['-c', '-b', file, 'dev-1', 'secret'], { stdio: 'ignore' })
  const password = readFileSync(file, 'utf8').trim().slice('dev-1:'.length)
  expect(await isMosquittoPasswordOf(password, 'secret')).toBe(true)
  expect(await isMosquittoPasswordOf(password, 'other')).toBe(false)
})
