// Without a Docker engine the compose files are checked by Debian's docker-compose alone.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../infra/compose')
const secrets = {
  BAKWACHT_ADMIN_TOKEN: 'a-token-of-the-tests',
  INFLUX_TOKEN: 'influx',
  MQTT_BACKEND_PASSWORD: 'mqtt',
  POSTGRES_PASSWORD: 'postgres',
  GRAFANA_PASSWORD: 'grafana',
}
const files = ['one-machine.yaml', 'several-processes.yaml']
const hasCompose = spawnSync('docker-compose', ['--version']).status === 0

const config = (file: string, env: Record<string, string>) =>
  execFileSync('docker-compose', ['-f', join(folder, file), 'config'], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 20_000,
  })

describe.skipIf(!hasCompose)('the compose files', () => {
  test.for(files)('%s is valid', (file) => {
    expect(config(file, secrets)).toContain('services:')
  })

  test.for(files)('%s refuses to start without its secrets', (file) => {
    expect(() => config(file, {})).toThrow()
  })

  test('every setting in them is one that the backend knows', () => {
    const known = new Set(
      readFileSync(join(folder, '../../packages/runtime/src/setting.ts'), 'utf8').match(
        /^ {2}[A-Z_]+(?=:)/gm,
      ),
    )
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8')
      for (const [, name] of text.matchAll(/^ +BAKWACHT_([A-Z_]+):/gm))
        expect(known, `${file}: BAKWACHT_${name}`).toContain(`  ${name}`)
    }
  })
})
