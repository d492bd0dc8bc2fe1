// The demo's sixty containers with two weeks of readings and a draft plan, at a time that stands still
// enough for tests: made once a run of tests, then copied, so that each test may change its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, inject } from 'vitest'
import { type Backend, root, startBackend, withoutSettings } from '../system/backend.ts'

/** Monday before dawn: the plan is for this day, runs start at half past seven. */
export const NOW = '2026-11-23T05:00:00+01:00'
export const TODAY = '2026-11-23'

/** On a machine with much else to do. */
const MADE_WITHIN_MS = 120_000
// Before the tests' own time begins to run.
beforeAll(async () => void (await demoData()), MADE_WITHIN_MS)

export interface World extends AsyncDisposable {
  readonly backend: Backend
  /** `http://127.0.0.1:…` */
  readonly http: string
}

/** @param env further settings, e.g. an admin token */
export async function demoWorld(env: Readonly<Record<string, string>> = {}): Promise<World> {
  const dataDir = join(inject('demoFolder'), crypto.randomUUID())
  cpSync(await demoData(), dataDir, { recursive: true })
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

/** Made by the first that asks, in whichever process; the others wait for it. */
async function demoData(): Promise<string> {
  const data = join(inject('demoFolder'), 'made')
  const [claim, done] = [`${data}.claim`, `${data}.done`]
  while (!existsSync(done)) {
    if (!claimed(claim)) {
      await sleep(100)
      continue
    }
    try {
      // Another may have finished it just before the claim.
      if (!existsSync(done)) await makeDemo(data)
      writeFileSync(done, '')
    } finally {
      rmdirSync(claim)
    }
  }
  return data
}

function claimed(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}

async function makeDemo(keep: string): Promise<void> {
  const demo = spawn(
    process.execPath,
    ['services/all/src/demo.ts', '--once', '--keep', keep, '--at', NOW],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...withoutSettings(process.env), ...ANY_PORTS },
    },
  )
  let complaints = ''
  demo.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk
  })
  const [status] = await once(demo, 'close')
  if (status !== 0) throw new Error(`the demo ended with ${status}: ${complaints}`)
}
