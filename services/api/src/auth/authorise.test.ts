import { NOON } from '@bakwacht/domain/fixture'
import { expect, test } from 'vitest'
import { ADMIN_TOKEN, openApi } from '../api.fixture.ts'

const OPEN = { env: { BAKWACHT_HTTP_PORT: '0' } }
const LIST = '/api/v1/containers'

test('an unknown, revoked or expired token is refused', async () => {
  await using t = await openApi()
  const { token, secret } = await t.registry.tokens.issue({
    name: 'Grafana',
    role: 'viewer',
    runId: null,
    createdAt: NOON,
    expiresAt: NOON + 1000,
  })
  expect((await t.ask('GET', LIST, { token: secret })).status).toBe(200)
  t.clock.now = NOON + 1000
  expect((await t.ask('GET', LIST, { token: secret })).json.code).toBe('invalid_token')
  t.clock.now = NOON
  await t.registry.tokens.revoke(token.id)
  const revoked = await t.ask('GET', LIST, { token: secret })
  expect(revoked).toMatchObject({ status: 401, json: { code: 'invalid_token' } })
  expect(revoked.headers['www-authenticate']).toContain('Bearer')
  const basic = { token: null, headers: { authorization: 'Basic YTpi' } }
  expect((await t.ask('GET', LIST, basic)).json.code).toBe('unauthorized')
})

test('a token becomes a cookie that scripts cannot read, and signing out ends it', async () => {
  await using t = await openApi()
  const bad = await t.ask('POST', '/api/v1/session', { token: null, body: { token: 'wrong' } })
  expect(bad.json.code).toBe('invalid_token')
  const signedIn = await t.ask('POST', '/api/v1/session', {
    token: null,
    body: { token: ADMIN_TOKEN },
  })
  expect(signedIn.json).toMatchObject({ role: 'admin', open: false, timezone: 'Europe/Brussels' })
  const [cookie = ''] = [signedIn.headers['set-cookie']].flat().map(String)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Strict')
  const headers = { cookie: cookie.split(';')[0] ?? '' }
  expect((await t.ask('GET', LIST, { token: null, headers })).status).toBe(200)
  const out = await t.ask('DELETE', '/api/v1/session', { token: null, headers })
  expect(String(out.headers['set-cookie'])).toContain('bakwacht_session=;')
})

test('behind https the cookie is for https alone', async () => {
  await using t = await openApi({
    env: { BAKWACHT_ADMIN_TOKEN: ADMIN_TOKEN, BAKWACHT_PUBLIC_URL: 'https://bins.example.org' },
  })
  const { headers } = await t.ask('POST', '/api/v1/session', {
    token: null,
    body: { token: ADMIN_TOKEN },
    headers: { origin: 'https://bins.example.org' },
  })
  expect(String(headers['set-cookie'])).toContain('Secure')
})

test('a change with a cookie is taken from our own pages alone', async () => {
  await using t = await openApi()
  const cookie = `bakwacht_session=${ADMIN_TOKEN}`
  const ack = (headers: Record<string, string>) =>
    t.ask('POST', '/api/v1/alerts/x/ack', { token: null, headers: { cookie, ...headers } })
  expect((await ack({ origin: 'https://evil.example' })).json.code).toBe('foreign_origin')
  expect((await ack({ origin: 'null' })).json.code).toBe('foreign_origin')
  expect((await ack({ 'sec-fetch-site': 'same-site' })).json.code).toBe('foreign_origin')
  expect((await ack({ origin: 'http://localhost:80' })).json.code).toBe('not_found')
  expect((await ack({ 'sec-fetch-site': 'same-origin' })).json.code).toBe('not_found')
  const bearer = await t.ask('POST', '/api/v1/alerts/x/ack', {
    headers: { origin: 'https://planning.example' },
  })
  expect(bearer.json.code).toBe('not_found')
})

test('an instance on loopback without a token is open to its own machine', async () => {
  await using t = await openApi(OPEN)
  const me = await t.ask('GET', '/api/v1/session', { token: null })
  expect(me.json).toMatchObject({ role: 'admin', open: true })
  for (const host of ['localhost:8080', '127.0.0.1:8080', '[::1]:8080'])
    expect((await t.ask('GET', LIST, { token: null, headers: { host } })).status).toBe(200)
})

test('an open instance refuses foreign host names and forwarded requests, pages too', async () => {
  await using t = await openApi(OPEN)
  const refused: Record<string, string>[] = [
    { host: 'evil.example' },
    { host: 'localhost.evil.example:8080' },
    { host: '10.0.0.7' },
    { 'x-forwarded-for': '10.0.0.7' },
    { 'x-forwarded-host': 'localhost' },
    { forwarded: 'for=10.0.0.7' },
  ]
  for (const path of [LIST, '/', '/metrics'])
    for (const headers of refused) {
      const { status, json } = await t.ask('GET', path, { token: null, headers })
      expect({ path, headers, status, code: json?.code }).toEqual({
        path,
        headers,
        status: 403,
        code: 'foreign_host',
      })
    }
})

test('an open instance takes changes from no other site', async () => {
  await using t = await openApi(OPEN)
  const headers = { origin: 'https://evil.example' }
  const { json } = await t.ask('POST', '/api/v1/alerts/x/ack', { token: null, headers })
  expect(json.code).toBe('foreign_origin')
})

test('an open instance minds no cookie of another instance on the same machine', async () => {
  await using t = await openApi(OPEN)
  const cookie = (secret: string) => ({ cookie: `bakwacht_session=${secret}` })
  const stale = await t.ask('GET', '/api/v1/session', { token: null, headers: cookie('of-8080') })
  expect(stale).toMatchObject({ status: 200, json: { role: 'admin', open: true } })
  const headers = cookie(await t.tokenFor('driver'))
  expect((await t.ask('GET', '/api/v1/session', { token: null, headers })).json.role).toBe('driver')
  const bearer = await t.ask('GET', '/api/v1/session', { token: 'of-8080' })
  expect(bearer.json.code).toBe('invalid_token')

  await using closed = await openApi()
  const refused = await closed.ask('GET', LIST, { token: null, headers: cookie('of-8080') })
  expect(refused).toMatchObject({ status: 401, json: { code: 'invalid_token' } })
})

test('on an open instance a token still means its own role', async () => {
  await using t = await openApi(OPEN)
  const token = await t.tokenFor('viewer')
  expect((await t.ask('GET', '/api/v1/tokens', { token })).json.code).toBe('forbidden')
})

test('a session says what else its role may act as', async () => {
  await using t = await openApi()
  const planner = await t.ask('GET', '/api/v1/session', { token: await t.tokenFor('planner') })
  expect(planner.json.acts_as).toEqual(['planner', 'driver', 'viewer'])
})
