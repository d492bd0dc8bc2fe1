// The process as an operator runs it: how it stops.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, onTestFinished, test } from 'vitest'

const TOKEN = 'admin-token-of-the-tests'

async function startProcess() {
  const folder = temporaryFolder('api-main')
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      BAKWACHT_DATA_DIR: folder.path,
      BAKWACHT_HTTP_PORT: '0',
      BAKWACHT_ADMIN_TOKEN: TOKEN,
    },
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
    folder.remove()
  })
  for await (const line of createInterface(child.stdout)) {
    const { msg, http } = JSON.parse(line)
    if (msg === 'listening') return { child, http: String(http) }
  }
  throw new Error('it has not begun to listen')
}
const authorization = `Bearer ${TOKEN}`

test('stopped while somebody waits for a plan, it says that it is away and exits with 0', async () => {
  const { child, http } = await startProcess()
  const waiting = fetch(`${http}/api/v1/plans`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ date: '2099-01-01' }),
  })
  const stream = await fetch(`${http}/api/v1/stream`, { headers: { authorization } })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const began = performance.now()
  child.kill('SIGTERM')
  const answer = await waiting
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('5')
  expect(await answer.json()).toMatchObject({ code: 'unavailable' })
  await stream.text()
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(performance.now() - began).toBeLessThan(5000)
})
