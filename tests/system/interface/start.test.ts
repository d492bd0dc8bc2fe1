// Starting wrongly: every mistake is named at once, and the exit code says what kind it was.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root, startBackend } from '../backend.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'bakwacht-start-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    encoding: 'utf8',
    timeout: 20_000,
    env: {
      PATH: process.env.PATH ?? '',
      BAKWACHT_DATA_DIR: dataDir,
      BAKWACHT_HTTP_PORT: '0',
      BAKWACHT_MQTT_PORT: '0',
      BAKWACHT_MQTT_WS_PORT: '0',
      ...env,
    },
  })
  return { status, said: stdout + stderr }
}
const start = (env: Readonly<Record<string, string>>, ...args: string[]) =>
  run('services/all/src/main.ts', args, env)

describe('npm start', () => {
  test('names every mistake in the environment together, and ends with 2', () => {
    const { status, said } = start({
      ...{
        BAKWACHT_HTTP_PORT: '99999',
        BAKWACHT_TIMEZONE: 'Mars/Olympus',
        BAKWACHT_LOG_LEVEL: 'loud',
      },
      ...{ BAKWACHT_ADMIN_TOKEN: 'short', BAKWACHT_INFLUX_TOKEN: 'x', BAKWACHT_TLS_CERT: 'a.pem' },
      ...{
        BAKWACHT_MQTT_URL: 'http://broker',
        BAKWACHT_HTPP_PORT: '1',
        BAKWACHT_PLAN_CRON: 'whenever',
      },
    })
    expect(status).toBe(2)
    for (const name of [
      'HTTP_PORT',
      'TIMEZONE',
      'LOG_LEVEL',
      'ADMIN_TOKEN',
      'INFLUX_TOKEN',
      'TLS_CERT',
      'MQTT_URL',
      'HTPP_PORT',
      'PLAN_CRON',
    ])
      expect(said).toContain(`BAKWACHT_${name}`)
    expect(said).not.toContain('short')
    expect(said).not.toMatch(/\n +at /)
  })

  test.for<[string, Record<string, string>, string]>([
    ['an open API for other machines', { BAKWACHT_HTTP_HOST: '0.0.0.0' }, 'BAKWACHT_ADMIN_TOKEN'],
    [
      'a certificate that is not there',
      { BAKWACHT_TLS_CERT: '/no/cert.pem', BAKWACHT_TLS_KEY: '/no/key.pem' },
      '/no/cert.pem',
    ],
  ])('%s is refused with the reason', ([, env, named]) => {
    const { status, said } = start(env)
    expect(status).not.toBe(0)
    expect(said).toContain(named)
  })

  test.for([['planner'], ['ingest'], ['thresholds'], ['api']])(
    '%s alone needs PostgreSQL and a broker, and says so',
    ([service = '']) => {
      const { status, said } = start({}, service)
      expect(status).toBe(2)
      expect(said).toContain('BAKWACHT_DATABASE_URL')
      expect(said).toContain('BAKWACHT_MQTT_URL')
    },
  )

  test('help is no failure', () => {
    const { status, said } = start({}, '--help')
    expect(status).toBe(0)
    expect(said).toContain('ingest, thresholds, planner, api')
  })

  test('an unknown service is wrong usage', () => {
    const { status, said } = start({}, 'wat')
    expect(status).toBe(2)
    expect(said).toContain('got "wat"')
  })

  test('a port that is taken ends it with 1, saying which', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as { port: number }
    const { status, said } = start({ BAKWACHT_HTTP_PORT: String(port) })
    expect(status).toBe(1)
    expect(said).toContain('EADDRINUSE')
    expect(said).toContain(String(port))
    await new Promise((resolve) => server.close(resolve))
  })

  test('a data folder that another backend works in is refused', async () => {
    const first = await startBackend()
    const { status, said } = start({ BAKWACHT_DATA_DIR: first.dataDir })
    expect(status).not.toBe(0)
    expect(said).toContain(first.dataDir)
    expect(await first.stop()).toBe(0)
    first.removeData()
  })
})

test('the simulator names a wrong option and ends with 2', () => {
  for (const [args, named] of [
    [['--wat'], '--wat'],
    [['--containers', 'many'], '--containers'],
    [['--fault', 'nonsense'], '--fault'],
    [['--days', '-1'], '--days'],
  ] as const) {
    const { status, said } = run('simulators/src/main.ts', args)
    expect([status, said.includes(named)], said).toEqual([2, true])
  }
  expect(run('simulators/src/main.ts', ['--help'])).toMatchObject({ status: 0 })
})
