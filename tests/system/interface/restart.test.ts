// What others hear as it happens, and what is still there after the power went.
import { createServer } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, until } from '../call.ts'
import { listen, say } from './device.ts'
import { MONDAY, openRegion, type Region, stopsOf } from './region.ts'

interface Posted {
  readonly kind: string
  readonly container_id: string
}

/** An on-call service that is away at first: alarms are posted until they are taken. */
const posted: Posted[] = []
let refusals = 1
const hook = createServer((request, answer) => {
  const parts: Buffer[] = []
  request.on('data', (part) => parts.push(part))
  request.on('end', () => {
    if (refusals-- > 0) return answer.writeHead(503).end()
    posted.push(JSON.parse(Buffer.concat(parts).toString()))
    answer.writeHead(204).end()
  })
})

let region: Region
beforeAll(async () => {
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve))
  const { port } = hook.address() as { port: number }
  const env = {
    BAKWACHT_ALARM_WEBHOOK: `http://127.0.0.1:${port}/alarm`,
    BAKWACHT_PUBLIC_URL: 'https://bak.example/',
  }
  region = await openRegion({ env })
  await region.bin('full', 90)
})
afterAll(() => {
  region.backend.removeData()
  hook.close()
})

async function stream(headers: Record<string, string> = {}) {
  const ending = new AbortController()
  const answer = await fetch(`${region.backend.http}/api/v1/stream`, {
    headers,
    signal: ending.signal,
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  let text = ''
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const part of answer.body ?? []) text += decoder.decode(part, { stream: true })
  })().catch(() => {})
  return {
    events: () =>
      [...text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: (.+)$/gm)].map(([, id, kind, data]) => ({
        id: Number(id),
        kind,
        data: JSON.parse(data ?? ''),
      })),
    async end() {
      ending.abort()
      await reading
    },
  }
}

describe('the event stream', () => {
  test('tells what happens with ids, and goes on after Last-Event-ID', async () => {
    const first = await stream()
    const plan = (await region.plan()).body
    await until(async () => first.events().some(({ kind }) => kind === 'run'), 'a run told', 5000)
    await first.end()
    const seen = first.events()
    expect(seen[0]).toMatchObject({ kind: 'plan', data: { id: plan.id, event_id: seen[0]?.id } })
    await region.change(plan, { op: 'approve' })
    const last = seen.at(-1)?.id ?? 0
    const second = await stream({ 'last-event-id': String(last) })
    await until(
      async () => second.events().some(({ kind }) => kind === 'vehicle_run'),
      'what came since',
      5000,
    )
    expect(second.events().every(({ id }) => id > last)).toBe(true)
    await second.end()
    const wrong = await region.send('GET', '/stream', undefined, { 'last-event-id': 'x' })
    expect([wrong.status, wrong.body.code]).toEqual([400, 'invalid_request'])
  })

  test('tells a token that is revoked nothing more', async () => {
    const token = (await region.send('POST', '/tokens', { name: 'wall', role: 'viewer' })).body
    const wall = await stream({ authorization: `Bearer ${token.secret}` })
    await region.send('DELETE', `/tokens/${token.id}`)
    await region.plan('2026-11-27')
    const desk = await stream({ 'last-event-id': '0' })
    await until(
      async () => desk.events().some(({ data }) => data.date === '2026-11-27'),
      'the plan told',
      5000,
    )
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(wall.events()).toEqual([])
    await desk.end()
    await wall.end()
  })
})

test('an alarm is posted, again until it is taken, and once', async () => {
  const now = Date.parse((await region.send('GET', '/session')).body.now)
  await region.bin('hot', 50)
  await say(region.backend, 'hot', { v: 1, ts: now, temp_c: 85, rh_pct: 30 })
  await settled(region.backend)
  await until(async () => posted.length > 0, 'the alarm posted', 30_000)
  expect(posted[0]).toMatchObject({ kind: 'fire', container_id: 'hot' })
  expect(posted).toHaveLength(1)
}, 40_000)

describe('a run', () => {
  test('leaves as GeoJSON, GPX and CSV', async () => {
    const [run] = (await region.send('GET', `/runs?date=${MONDAY}`)).body.items
    const export_ = (ending: string) => region.send('GET', `/runs/${run.id}.${ending}`)
    const [geojson, gpx, csv] = [
      await export_('geojson'),
      await export_('gpx'),
      await export_('csv'),
    ]
    expect(geojson.headers.get('content-type')).toContain('application/geo+json')
    expect(geojson.body.type).toBe('FeatureCollection')
    expect(
      geojson.body.features.map(({ geometry }: { geometry: { type: string } }) => geometry.type),
    ).toContain('LineString')
    expect(gpx.headers.get('content-type')).toContain('application/gpx+xml')
    expect(gpx.text).toContain('Bin full')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.text.trim().split('\n')).toHaveLength(run.stops.length + 1)
  })

  test('has a driver’s link to itself alone', async () => {
    const [run] = (await region.send('GET', `/runs?date=${MONDAY}`)).body.items
    const link = await region.send('POST', `/runs/${run.id}/link`)
    expect(link.status).toBe(201)
    expect(link.body.url).toMatch(/^https:\/\/bak\.example\//)
    const as = { authorization: `Bearer ${link.body.token}` }
    const get = async (path: string) => (await region.send('GET', path, undefined, as)).status
    expect(await get(`/runs/${run.id}`)).toBe(200)
    expect(await get(`/runs/${run.id}.gpx`)).toBe(200)
    expect(await get('/runs/another')).toBe(403)
    expect(await get('/containers')).toBe(403)
    expect((await region.send('GET', '/runs', undefined, as)).body.items).toHaveLength(1)
  })
})

test('after a power cut, config and runs are told again, and results still count once', async () => {
  const [run] = (await region.send('GET', `/runs?date=${MONDAY}`)).body.items
  const [stop] = stopsOf({ runs: [run] })
  const { secret } = (await region.send('POST', '/tokens', { name: 'desk', role: 'planner' })).body
  await region.send('PUT', '/devices/full/config', { report_s: 900 })
  const key = { 'idempotency-key': 'k1' }
  const path = `/runs/${run.id}/stops/${stop?.id}/result`
  const first = await region.send('POST', path, { outcome: 'emptied', kg: 80 }, key)
  expect([first.status, first.body.status]).toEqual([201, 'started'])
  const settings = (await region.send('GET', '/settings')).body
  const plan = { ...settings.plan, solve_seconds: 4 }
  await region.send('PUT', '/settings', { ...settings, plan })
  const pending = await region.send(
    'POST',
    '/plans',
    { date: '2026-11-28' },
    { prefer: 'respond-async' },
  )
  expect(pending.body.status).toBe('planning')
  await region.backend.kill()
  const again = await openAgain()
  const { mqttUrl } = again.backend
  const runs = await listen(mqttUrl, 'bakwacht/v1/events/vehicles/van/run', {
    username: 'x',
    password: secret,
  })
  const config = await listen(mqttUrl, 'bakwacht/v1/devices/full/config', { clientId: 'full' })
  await until(async () => runs.heard.length > 0 && config.heard.length > 0, 'both told', 5000)
  expect(JSON.parse(runs.heard[0]?.text ?? '')).toMatchObject({ id: run.id, status: 'started' })
  expect(JSON.parse(config.heard[0]?.text ?? '')).toMatchObject({ rev: 2, report_s: 900 })
  await runs.stop()
  await config.stop()
  const repeated = await again.send('POST', path, { outcome: 'blocked' }, key)
  expect([repeated.status, repeated.body.version]).toEqual([200, first.body.version])
  const made = async () =>
    (await again.send('GET', `/plans/${pending.body.id}`)).body.status === 'draft'
  await until(made, 'the plan that was being made is made', 15_000)
  expect(await again.backend.stop()).toBe(0)
})

async function openAgain() {
  const { startBackend } = await import('../backend.ts')
  const { ask } = await import('./ask.ts')
  const { dataDir } = region.backend
  const env = { BAKWACHT_CLOCK_AT: '2026-11-23T05:10:00+01:00', BAKWACHT_PLAN_CRON: '0 4 1 1 *' }
  const backend = await startBackend({ dataDir, env })
  const send: Region['send'] = (method, path, body, headers = {}) =>
    ask(backend, method, path, { ...(body && { body }), headers: { ...headers } })
  return { backend, send }
}
