// The whole command against a real broker.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseTelemetry } from '@bakwacht/firmware-contracts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type FakeBackend, startBackend, TOKEN } from '../backend/backend.fixture.ts'
import { startBroker, type TestBroker } from '../device/broker.fixture.ts'
import { command } from './command.ts'

let folder: string
let broker: TestBroker
let backend: FakeBackend
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'simulate-'))
  backend = await startBackend()
  broker = await startBroker()
})
afterEach(async () => {
  await broker.stop()
  await backend.stop()
  rmSync(folder, { recursive: true })
})

const NOW = Date.UTC(2026, 10, 21, 12)

async function run(line: string, signal = new AbortController().signal) {
  const printed = { out: '', err: '' }
  const began = performance.now()
  const code = await command({
    args: [...line.split(' '), '--broker', broker.url],
    now: () => NOW + performance.now() - began,
    signal,
    out: (text) => {
      printed.out += text
    },
    err: (text) => {
      printed.err += text
    },
    terminal: process.stderr,
  })
  return { code, ...printed }
}

const seqsOf = (device: string) => broker.readings(device).map(({ seq }) => seq)

test('plays the past of a fleet and ends, every reading sent, acknowledged and sound', async () => {
  const { code, out } = await run('--containers 8 --days 3 --once --json')
  expect(code).toBe(0)
  const summary = JSON.parse(out)
  expect(summary).toMatchObject({ devices: 8, readings_sent: 8 * 72, duplicates: 0, reconnects: 0 })
  expect(summary.messages_acked).toBe(summary.messages_sent)
  expect(broker.readings()).toHaveLength(8 * 72)
  expect(new Set(broker.published.map(({ clientId }) => clientId)).size).toBe(8)
  for (const { topic, payload, clientId } of broker.published) {
    expect(topic).toContain(`/devices/${clientId}/`)
    if (topic.endsWith('/telemetry')) expect(parseTelemetry(payload).kind).toBe('message')
  }
  for (const { ts } of broker.readings())
    expect(Number(ts) * 1000).toBeLessThanOrEqual(NOW + 60_000)
})

test('the same seed at the same time says the same, byte for byte, and another seed does not', async () => {
  const sent = async (seed: number) => {
    broker.published.length = 0
    await run(`--containers 3 --days 2 --once --seed ${seed} --clock-at 2026-11-21T12:00:00Z`)
    return broker.published
      .filter(({ topic }) => topic.endsWith('/telemetry'))
      .map(({ topic, payload }) => `${topic} ${payload}`)
      .toSorted()
  }
  const first = await sent(1)
  expect(await sent(1)).toEqual(first)
  expect(await sent(2)).not.toEqual(first)
})

test('CBOR says the same as JSON', async () => {
  await run('--containers 1 --days 1 --once --clock-at 2026-11-21T12:00:00Z')
  const json = broker.readings()
  broker.published.length = 0
  await run('--containers 1 --days 1 --once --format cbor --clock-at 2026-11-21T12:00:00Z')
  const cbor = broker.published
    .filter(({ topic }) => topic.endsWith('/telemetry'))
    .flatMap(({ payload }) => {
      const parsed = parseTelemetry(payload)
      return parsed.kind === 'message' ? parsed.items : []
    })
  expect(cbor.map((item) => item.kind === 'reading' && item.reading)).toEqual(json)
})

test('with all faults at once nothing that was measured is lost but what the dead would have said', async () => {
  const faults = 'duplicates,reorder,clock_skew,reboot:1,garbage:1,stuck,burst:1'
  const { code, out } = await run(
    `--containers 4 --days 4 --once --json --fault ${faults} --max-back-off-s 0.05`,
  )
  expect(code).toBe(0)
  const summary = JSON.parse(out)
  expect(summary.duplicates).toBeGreaterThan(5)
  expect(summary.garbage).toBeGreaterThan(3)
  expect(summary.messages_acked).toBe(summary.messages_sent)
  expect(summary.readings_sent - summary.duplicates).toBeGreaterThanOrEqual(4 * 96)
})

test('registers everything first, signs in with the secrets, and does it again', async () => {
  await broker.stop()
  broker = await startBroker({
    admit: (user = '', password) => backend.secrets.get(user) === password,
  })
  const line = `--containers 3 --days 1 --once --api ${backend.url} --token ${TOKEN}`
  expect(await run(line)).toMatchObject({ code: 0, err: '' })
  expect(await run(line)).toMatchObject({ code: 0, err: '' })
  expect(backend.posts.filter(({ path }) => path === '/containers')).toHaveLength(3)
  expect(seqsOf('sim-0001')).toHaveLength(48)
})

test('drivers do what is approved, and the bin is empty afterwards', async () => {
  const truth = join(folder, 'truth.jsonl')
  backend.runs = [
    {
      ...{ id: 'r1', status: 'approved' },
      stops: [
        {
          ...{
            id: 's1',
            kind: 'container',
            container_id: 'bin-0002',
            expected_kg: 10,
            result: null,
          },
          departure: new Date(NOW - 60_000).toISOString(),
        },
      ],
    },
  ]
  const ending = new AbortController()
  const done = run(
    `--containers 3 --days 0.5 --empty-every 0 --drivers --truth ${truth} --api ${backend.url} --token ${TOKEN}`,
    ending.signal,
  )
  await expect.poll(() => backend.posts.some(({ path }) => path.endsWith('/result'))).toBe(true)
  ending.abort()
  const { code, out } = await done
  expect(code).toBe(0)
  expect(out).toContain('1 result of drivers')
  const emptied = truthIn(truth).filter(({ event }) => event === 'emptied')
  expect(emptied.map(({ container_id }) => container_id)).toEqual(['bin-0002'])
})

test('the truth tells every hour of every bin', async () => {
  const truth = join(folder, 'truth.jsonl')
  await run(`--containers 3 --days 2 --once --truth ${truth} --empty-every 1`)
  const lines = truthIn(truth)
  expect(lines.filter(({ kind }) => kind === 'hour')).toHaveLength(3 * 48)
  expect(lines.filter(({ event }) => event === 'emptied').length).toBeGreaterThan(1)
})

test('goes on at 1× when it has caught up, until told to end', async () => {
  const ending = new AbortController()
  const done = run('--containers 2 --days 0 --report-minutes 0.17', ending.signal)
  await expect.poll(() => broker.readings().length, { timeout: 15_000 }).toBeGreaterThan(1)
  const newest = Math.max(...broker.readings().map(({ ts }) => Number(ts)))
  expect(newest * 1000).toBeLessThan(NOW + 60_000)
  ending.abort()
  expect((await done).code).toBe(0)
})

test('plays a recording so that it ends now, with its repeats, and names what it could not read', async () => {
  const file = join(folder, 'recording.csv')
  writeFileSync(
    file,
    `eui,time,cm
A,2020-05-08T10:00:00.250Z,96
A,2020-05-08T11:00:00.250Z,97
A,2020-05-08T11:00:00.250Z,97
B,2020-05-08T11:30:00.250Z,120
B,2020-05-08T11:40:00.250Z,broken
`,
  )
  const { code, out } = await run(
    `--replay ${file} --map device=eui,ts=time,distance_cm=cm --end-now`,
  )
  expect(code).toBe(0)
  expect(out).toContain('1 row could not be read:\n  line 6: cm: got "broken", wanted a number')
  expect(out).toContain('1 duplicate,')
  const sent = (device: string) =>
    broker.readings(device).map(({ ts, distance_mm }) => [Number(ts) - NOW, distance_mm])
  const [last] = sent('B')
  expect(last?.[1]).toBe(1_200)
  expect(Math.abs(Number(last?.[0]))).toBeLessThan(5_000)
  const shift = Number(last?.[0])
  expect(sent('A')).toEqual([
    [shift - 90 * 60_000, 960],
    [shift - 30 * 60_000, 970],
    [shift - 30 * 60_000, 970],
  ])
})

test('a replay puts its devices into containers at given points', async () => {
  const [csv, geojson] = [join(folder, 'r.csv'), join(folder, 'c.geojson')]
  writeFileSync(csv, 'd,t,cm\nA,2026-11-20T10:00:00Z,96\nB,2026-11-20T10:00:00Z,96\n')
  const feature = (id: string, coordinates: number[]) => ({
    ...{ type: 'Feature', geometry: { type: 'Point', coordinates } },
    properties: { id, location: `Street ${id}` },
  })
  const features = [feature('7', [4.3, 52]), feature('8', [4.4, 52.1]), feature('9', [4.5, 52.2])]
  writeFileSync(geojson, JSON.stringify({ type: 'FeatureCollection', features }))
  const { code, err } = await run(
    `--replay ${csv} --map device=d,ts=t,distance_cm=cm --api ${backend.url} --token ${TOKEN} --containers-from ${geojson} --empty-mm 1700 --full-mm 300`,
  )
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const containers = backend.posts.filter(({ path }) => path === '/containers')
  expect(containers.map(({ body }) => body)).toMatchObject([
    { id: 'replay-7', name: 'Street 7', empty_distance_mm: 1700, full_distance_mm: 300 },
    { id: 'replay-8', location: { type: 'Point', coordinates: [4.4, 52.1] } },
  ])
  const devices = backend.posts.filter(({ path }) => path === '/devices')
  expect(devices.map(({ body }) => [body.id, body.container_id, body.from])).toEqual([
    ['A', 'replay-7', '2026-11-20T09:00:00.000Z'],
    ['B', 'replay-8', '2026-11-20T09:00:00.000Z'],
  ])
})

test('exit code 2 for wrong usage, 1 for what failed, 0 for help, each with its words', async () => {
  expect(await run('--days x')).toMatchObject({ code: 2, err: expect.stringContaining('--days: ') })
  expect(await run('--scenario /nowhere.json')).toMatchObject({
    ...{ code: 1, out: '' },
    err: '/nowhere.json: got no such file, wanted demo, or a scenario as JSON\n',
  })
  expect(await run(`--scenario ${import.meta.filename}`)).toMatchObject({
    ...{ code: 1, out: '' },
    err: expect.stringMatching(/command\.test\.ts: got .*, wanted demo, or a scenario as JSON\n/),
  })
  expect(await run('--weather /nowhere.csv --once')).toMatchObject({ code: 1 })
  expect(await run('--help')).toMatchObject({ code: 0, err: '' })
})

const truthIn = (file: string): Record<string, unknown>[] =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
