// The demo's sixty containers with two weeks of readings and a draft plan, at a time that stands still
// enough for tests: made once a file of tests, then copied, so that each test may change its own.
import { spawnSync } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { afterAll } from 'vitest'
import { type Backend, root, startBackend } from '../system/backend.ts'

/** Monday before dawn: the plan is for this day, runs start at half past seven. */
export const NOW = '2026-11-23T05:00:00+01:00'
export const TODAY = '2026-11-23'

const folder = temporaryFolder('demo-world')
afterAll(() => folder.remove())
let made: string | undefined

export interface World extends AsyncDisposable {
  readonly backend: Backend
  /** `http://127.0.0.1:…` */
  readonly http: string
}

/** @param env further settings, e.g. an admin token */
export async function demoWorld(env: Readonly<Record<string, string>> = {}): Promise<World> {
  made ??= makeDemo(join(folder.path, 'made'))
  const dataDir = join(folder.path, crypto.randomUUID())
  cpSync(made, dataDir, { recursive: true })
  return opened(await startBackend({ dataDir, env: { BAKWACHT_CLOCK_AT: NOW, ...env } }))
}

/** A system on its first day: nothing in it. */
export const emptyWorld = async (env: Readonly<Record<string, string>> = {}): Promise<World> =>
  opened(await startBackend({ env: { BAKWACHT_CLOCK_AT: NOW, ...env } }))

const opened = (backend: Backend): World => ({
  backend,
  http: backend.http,
  async [Symbol.asyncDispose]() {
    await backend.stop()
    backend.removeData()
  },
})

/** So that a demo that runs on this machine is not in the way. */
const ANY_PORTS = { BAKWACHT_HTTP_PORT: '0', BAKWACHT_MQTT_PORT: '0', BAKWACHT_MQTT_WS_PORT: '0' }

function makeDemo(keep: string): string {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['services/all/src/demo.ts', '--once', '--keep', keep, '--at', NOW],
    { cwd: root, encoding: 'utf8', timeout: 60_000, env: { ...process.env, ...ANY_PORTS } },
  )
  if (status !== 0) throw new Error(`the demo ended with ${status}: ${stdout}${stderr}`)
  return keep
}
