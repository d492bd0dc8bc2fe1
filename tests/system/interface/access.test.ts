// Who may do what over HTTP: roles on every route, sessions, and an instance that runs open.
import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Backend, startBackend } from '../backend.ts'
import { until } from '../call.ts'
import { type Answer, ask } from './ask.ts'

const ADMIN = 'an-administrators-token-of-ours'
const ROLES = ['admin', 'planner', 'driver', 'viewer', 'device-manager'] as const
type Role = (typeof ROLES)[number]

let backend: Backend
let open: Backend
const tokens = new Map<string, string>()
beforeAll(async () => {
  backend = await startBackend({ env: { BAKWACHT_ADMIN_TOKEN: ADMIN } })
  open = await startBackend()
  for (const role of ROLES) {
    const { body } = await ask(backend, 'POST', '/tokens', {
      body: { name: role, role },
      token: ADMIN,
    })
    tokens.set(role, body.secret)
  }
})
afterAll(async () => {
  for (const each of [backend, open]) {
    expect(await each.stop()).toBe(0)
    each.removeData()
  }
})

function expectProblem(answer: Answer, status: number, code?: string) {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.body).toMatchObject({
    status,
    code: code ?? expect.any(String),
    title: expect.any(String),
  })
}

/** Who gets past the gate; what lies behind it does not matter here. */
const GATES: readonly (readonly [string, string, readonly Role[]])[] = [
  ['GET', '/containers', ['admin', 'planner', 'viewer', 'device-manager']],
  ['POST', '/containers', ['admin', 'planner']],
  ['PUT', '/containers/x', ['admin', 'planner']],
  ['DELETE', '/containers/x', ['admin', 'planner']],
  ['POST', '/containers/import', ['admin', 'planner']],
  ['GET', '/containers.geojson', ['admin', 'planner', 'viewer', 'device-manager']],
  ['GET', '/containers/x/state', ['admin', 'planner', 'viewer', 'device-manager']],
  ['GET', '/containers/x/readings', ['admin', 'planner', 'viewer', 'device-manager']],
  ['POST', '/containers/x/requests', ['admin', 'planner']],
  ['POST', '/devices', ['admin', 'device-manager']],
  ['POST', '/devices/x/assignments', ['admin', 'device-manager']],
  ['PUT', '/settings', ['admin', 'planner']],
  ['PUT', '/calendar', ['admin', 'planner']],
  ['POST', '/alerts/x/ack', ['admin', 'planner']],
  ['POST', '/plans', ['admin', 'planner']],
  ['PATCH', '/plans/x', ['admin', 'planner']],
  ['GET', '/runs', ['admin', 'planner', 'driver', 'viewer', 'device-manager']],
  ['GET', '/runs/x', ['admin', 'planner', 'driver', 'viewer', 'device-manager']],
  ['POST', '/runs/x/link', ['admin', 'planner']],
  ['POST', '/runs/x/stops/y/result', ['admin', 'planner', 'driver']],
  ['GET', '/rejections', ['admin', 'device-manager']],
  ['GET', '/tokens', ['admin']],
  ['POST', '/tokens', ['admin']],
  ['DELETE', '/tokens/x', ['admin']],
]

describe('a token', () => {
  test.for(GATES)('%s %s is for its roles alone', async ([method, path, wanted]) => {
    const asked = method === 'GET' || method === 'DELETE' ? {} : { body: {} }
    expectProblem(await ask(backend, method, path, asked), 401, 'unauthorized')
    expectProblem(
      await ask(backend, method, path, { ...asked, token: 'wrong' }),
      401,
      'invalid_token',
    )
    const letIn: string[] = []
    for (const role of ROLES) {
      const answer = await ask(backend, method, path, { ...asked, token: tokens.get(role) ?? '' })
      if (answer.status === 403) expectProblem(answer, 403, 'forbidden')
      else letIn.push(role)
    }
    expect(letIn).toEqual(wanted)
  })

  test('is shown once, never listed, and ends when it is revoked or expires', async () => {
    const status = async (token: string) => (await ask(backend, 'GET', '/runs', { token })).status
    const body = {
      name: 'short',
      role: 'viewer',
      expires_at: new Date(Date.now() + 3000).toISOString(),
    }
    const issued = await ask(backend, 'POST', '/tokens', { body, token: ADMIN })
    expect(await status(issued.body.secret)).toBe(200)
    const lasting = await ask(backend, 'POST', '/tokens', {
      body: { name: 'x', role: 'viewer' },
      token: ADMIN,
    })
    expect((await ask(backend, 'GET', '/tokens', { token: ADMIN })).text).not.toContain(
      issued.body.secret,
    )
    expect(
      (await ask(backend, 'DELETE', `/tokens/${lasting.body.id}`, { token: ADMIN })).status,
    ).toBe(204)
    expect(await status(lasting.body.secret)).toBe(401)
    await until(async () => (await status(issued.body.secret)) === 401, 'the token has expired')
  })
})

describe('a session', () => {
  const begin = (headers = {}) =>
    ask(backend, 'POST', '/session', { body: { token: tokens.get('planner') }, headers })

  test('is an HttpOnly SameSite cookie that serves instead of the token', async () => {
    const { status, headers } = await begin()
    expect(status).toBe(200)
    const cookie = headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Strict/i)
    const own = { cookie: cookie.split(';')[0] ?? '' }
    expect((await ask(backend, 'GET', '/session', { headers: own })).body).toMatchObject({
      role: 'planner',
    })
    expect((await ask(backend, 'GET', '/containers', { headers: own })).status).toBe(200)
    const foreign = { ...own, origin: 'https://evil.example' }
    expectProblem(
      await ask(backend, 'POST', '/plans', { body: {}, headers: foreign }),
      403,
      'foreign_origin',
    )
    const out = await ask(backend, 'DELETE', '/session', { headers: own })
    expect(out.status).toBe(204)
    expect(out.headers.get('set-cookie')).toMatch(/bakwacht_session=;/)
  })

  test('is not begun with a wrong token, nor from another site', async () => {
    expectProblem(await ask(backend, 'POST', '/session', { body: { token: 'wrong' } }), 401)
    expectProblem(await begin({ origin: 'https://evil.example' }), 403, 'foreign_origin')
  })
})

describe('an open instance', () => {
  /** fetch lets nobody choose the Host header. */
  const statusFor = (headers: Record<string, string>, path = '/api/v1/containers') =>
    new Promise<number>((resolve, reject) => {
      request(`${open.http}${path}`, { headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })

  test('answers its own machine, by every name that it has', async () => {
    const { port } = new URL(open.http)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'localhost', `[::1]:${port}`])
      expect(await statusFor({ host }), host).toBe(200)
  })

  test('refuses foreign Host headers and whatever was forwarded', async () => {
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.nip.io',
      '192.168.0.9',
    ])
      expect(await statusFor({ host }), host).toBe(403)
    for (const header of ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'])
      expect(await statusFor({ host: 'localhost', [header]: 'for=1.2.3.4' }), header).toBe(403)
    expect(await statusFor({ host: 'evil.example' }, '/')).toBe(403)
  })

  test('changes nothing for a page of another site', async () => {
    const headers = { origin: 'https://evil.example' }
    expectProblem(await ask(open, 'POST', '/plans', { body: {}, headers }), 403, 'foreign_origin')
  })
})
