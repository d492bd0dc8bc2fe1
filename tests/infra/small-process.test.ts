import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test.each([
  ['npm start', 'package.json', /"start": "(.*)"/],
  ['npm run demo', 'package.json', /"demo": "(.*)"/],
  ['the image', 'infra/image/Dockerfile', /^ENTRYPOINT (.*)$/m],
  ['the systemd unit', 'infra/systemd/bakwacht.service', /^ExecStart=(.*)$/m],
  ['what threads are given', 'packages/runtime/src/small-heaps.ts', /const FLAGS = ([^;]*?)\n\]/],
])('%s starts with the same small young generation', (_, file, pattern) => {
  const [, command = ''] = pattern.exec(readFileSync(join(root, file), 'utf8')) ?? []
  expect(command).toMatch(/--max-semi-space-size=8\b/)
})

test.each(['infra/node.mjs', 'infra/image/Dockerfile', 'infra/systemd/bakwacht.service'])(
  '%s limits what threads allocate in arenas of their own',
  (file) => {
    expect(readFileSync(join(root, file), 'utf8')).toMatch(/MALLOC_ARENA_MAX(=|: ')2\b/)
  },
)

test.each([
  'infra/node.mjs',
  'infra/image/Dockerfile',
  'infra/systemd/bakwacht.service',
  'services/all/src/main.ts',
])('%s keeps compiled code, so that threads do not each compile the type stripper', (file) => {
  expect(readFileSync(join(root, file), 'utf8')).toMatch(/NODE_COMPILE_CACHE( \?\?=|=|:)/)
})
