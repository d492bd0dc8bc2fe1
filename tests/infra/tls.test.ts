// BAKWACHT_TLS_CERT and _KEY: pages over https, sensors over mqtts and wss, nothing in the clear.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { request } from 'node:https'
import { connect } from 'node:net'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../system/backend.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0

describe.skipIf(!hasOpenssl)('a backend with a certificate', () => {
  const folder = temporaryFolder('tls')
  const certFile = join(folder.path, 'cert.pem')
  const keyFile = join(folder.path, 'key.pem')
  let backend: Backend
  let ca: Buffer

  beforeAll(async () => {
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1']
    const files = ['-keyout', keyFile, '-out', certFile]
    const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
    execFileSync('openssl', ['req', ...kind, '-days', '2', ...subject, ...files], { stdio: 'pipe' })
    ca = readFileSync(certFile)
    backend = await startBackend({
      env: { BAKWACHT_TLS_CERT: certFile, BAKWACHT_TLS_KEY: keyFile },
    })
  })
  afterAll(async () => {
    await backend?.stop()
    backend?.removeData()
    folder.remove()
  })

  test('serves https, and says so', async () => {
    expect(backend.http).toMatch(/^https:/)
    const answer = await new Promise<{ status: number | undefined; hsts: unknown }>(
      (resolve, reject) => {
        request(`${backend.http}/readyz`, { ca }, (response) => {
          response.resume()
          resolve({
            status: response.statusCode,
            hsts: response.headers['strict-transport-security'],
          })
        })
          .on('error', reject)
          .end()
      },
    )
    expect(answer.status).toBe(200)
    expect(answer.hsts).toMatch(/max-age/)
  })

  test('is healthy for the image’s own check', () => {
    const check = join(import.meta.dirname, '../../infra/image/health-check.mjs')
    const env = { PATH: process.env.PATH, BAKWACHT_HTTP_PORT: new URL(backend.http).port }
    expect(spawnSync(process.execPath, [check], { env, timeout: 20_000 }).status).toBe(0)
    expect(
      spawnSync(process.execPath, [check], {
        env: { ...env, BAKWACHT_HTTP_PORT: '1' },
        timeout: 20_000,
      }).status,
    ).toBe(1)
  })

  test.for(['mqtts', 'wss'] as const)('takes readings over %s', async (scheme) => {
    const port = scheme === 'mqtts' ? backend.mqttPort : backend.wsPort
    const clientId = `dev-${scheme}`
    const client = await mqtt.connectAsync(`${scheme}://127.0.0.1:${port}`, { ca, clientId })
    const topic = `bakwacht/v1/devices/${clientId}/telemetry`
    await client.publishAsync(topic, '{"v":1,"temp_c":8}', { qos: 1 })
    await client.endAsync()
  })

  test('trusts nobody who would speak in the clear, and is not trusted without its certificate', async () => {
    const stranger = mqtt.connect(`mqtts://127.0.0.1:${backend.mqttPort}`, { reconnectPeriod: 0 })
    const refusal = await new Promise<NodeJS.ErrnoException>((resolve) => {
      stranger.on('error', (error) => resolve(error as NodeJS.ErrnoException))
    })
    stranger.end(true)
    expect(refusal.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
    const bytes = await new Promise<number>((resolve) => {
      let received = 0
      const socket = connect(backend.mqttPort, '127.0.0.1')
      // A whole CONNECT of MQTT 3.1.1.
      socket.write(Buffer.from('100d00044d5154540402003c000161', 'hex'))
      socket.on('data', (chunk) => {
        received += chunk[0] === 0x20 ? chunk.length : 0
      })
      socket.on('error', () => {}).on('close', () => resolve(received))
    })
    expect(bytes, 'no CONNACK').toBe(0)
  })
})

test('a key without its certificate is refused at start', () => {
  const { status, stderr } = spawnSync(process.execPath, ['services/all/src/main.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, BAKWACHT_TLS_KEY: 'key.pem' },
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(status).toBe(2)
  expect(stderr).toContain('got one of the two, wanted both or none')
})
