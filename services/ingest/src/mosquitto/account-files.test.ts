import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountFiles } from './account-files.ts'

const backend = { user: 'backend', passwordHash: '$7$b' }
const acl = join(import.meta.dirname, '../../../../infra/compose/mosquitto/acl')

test('without any account Mosquitto has the rights that it starts with', () => {
  expect(accountFiles(backend, []).acl).toBe(readFileSync(acl, 'utf8'))
})

test('each account has its line, a reader its right to events, and misfits are named', () => {
  const device = (user: string) => ({ kind: 'device', user, passwordHash: '$7$d' }) as const
  const reader = { kind: 'reader', user: 'token@1', passwordHash: '$7$r' } as const
  const accounts = [device('dev-1'), device('70:b3'), device('backend'), reader]
  const files = accountFiles(backend, accounts)
  expect(files.passwords).toBe('backend:$7$b\ndev-1:$7$d\ntoken@1:$7$r\n')
  expect(files.acl).toMatch(/\nuser token@1\ntopic read bakwacht\/v1\/events\/#\n$/)
  expect(files.leftOut).toEqual(['70:b3', 'backend'])
})
