// Between npm and what it starts lies a shell that dies of a signal and passes none on.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

test('npm start ends in order when its npm is told to', async () => {
  using dataDir = temporaryFolder()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      BAKWACHT_DATA_DIR: dataDir.path,
      BAKWACHT_HTTP_PORT: '0',
      BAKWACHT_MQTT_PORT: '0',
      BAKWACHT_MQTT_WS_PORT: '0',
    },
  })
  let output = ''
  const closed = new Promise<void>((resolve) => npm.stdout.once('close', resolve))
  const listening = new Promise<void>((resolve) => {
    npm.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      if (output.includes('"listening"')) resolve()
    })
  })
  try {
    await Promise.race([listening, closed])
    const address = /"http":"([^"]+)"/.exec(output)?.[1]
    expect((await fetch(`${address}/healthz`)).status).toBe(200)
    npm.kill('SIGTERM')
    // The last that holds the pipe has ended.
    await closed
    expect(output).toContain('"msg":"stopping"')
    await expect(fetch(`${address}/healthz`)).rejects.toThrow()
  } finally {
    npm.kill('SIGTERM')
  }
}, 120_000)
