import { afterEach, expect, test } from 'vitest'
import { randomFor } from '../world/random.ts'
import { startBroker, type TestBroker } from './broker.fixture.ts'
import { DeviceConnection, type Line } from './connection.ts'
import { Tally } from './tally.ts'

const ends: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

async function brokerForTest(...args: Parameters<typeof startBroker>): Promise<TestBroker> {
  const broker = await startBroker(...args)
  ends.push(() => broker.stop())
  return broker
}

function device(
  brokerUrl: string,
  options: { line?: Partial<Line>; secret?: string; onConfig?: (report: number) => void } = {},
) {
  const tally = new Tally({ mostWaiting: 10_000 })
  const connection = new DeviceConnection({
    line: {
      ...{ brokerUrl, format: 'json', batch: 1, window: 8, longestBackOffMs: 50, tally },
      ...options.line,
    },
    deviceId: 'sim-0001',
    secret: options.secret,
    random: randomFor(1, 'test'),
    onConfig: ({ report_s }) => options.onConfig?.(report_s),
  })
  ends.push(() => connection.stop())
  return { connection, tally }
}

const reading = (seq: number) =>
  ({ kind: 'reading', reading: { v: 1, seq, ts: 1_700_000_000 + seq, temp_c: 8 } }) as const

test('sends readings one by one in their order, and says that it is online', async () => {
  const broker = await brokerForTest()
  const { connection, tally } = device(broker.url)
  await connection.connect(5_000)
  for (let seq = 0; seq < 50; seq++) connection.send(reading(seq))
  await connection.drained()

  expect(broker.readings().map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i))
  expect(tally.totals).toMatchObject({ messagesSent: 50, messagesAcked: 50, readingsSent: 50 })
  const status = broker.published.find(({ topic }) => topic.endsWith('/status'))
  expect(status?.retain).toBe(true)
  expect(JSON.parse(String(status?.payload))).toEqual({ online: true, fw: 'sim-1.0' })
})

test('loses nothing when the connection breaks again and again, and sends what waited as arrays', async () => {
  const broker = await brokerForTest({
    beforeAck: () => new Promise((done) => setTimeout(done, 1)),
  })
  const { connection, tally } = device(broker.url)
  await connection.connect(5_000)
  for (let seq = 0; seq < 2_000; seq++) connection.send(reading(seq))
  for (let cut = 0; cut < 3; cut++) {
    await new Promise((done) => setTimeout(done, 60))
    broker.cut()
  }
  await connection.drained()

  const seen = new Set(broker.readings().map(({ seq }) => seq))
  expect(seen.size).toBe(2_000)
  expect(tally.totals.messagesAcked).toBe(tally.totals.messagesSent)
  expect(tally.totals.reconnects).toBeGreaterThan(0)
  expect(tally.totals.messagesSent).toBeLessThan(2_000)
})

test('keeps what it has to say while there is no broker at all', async () => {
  const first = await startBroker()
  const { connection } = device(first.url)
  await connection.connect(5_000)
  await first.stop()
  for (let seq = 0; seq < 20; seq++) connection.send(reading(seq))
  const second = await brokerForTest({ port: first.port })
  await connection.drained()

  expect(new Set(second.readings().map(({ seq }) => seq)).size).toBe(20)
})

test('takes a config over and says which one it runs on', async () => {
  const broker = await brokerForTest()
  await broker.say('bakwacht/v1/devices/sim-0001/config', { rev: 7, report_s: 900, measure_s: 900 })
  const reports: number[] = []
  const { connection } = device(broker.url, { onConfig: (seconds) => reports.push(seconds) })
  await connection.connect(5_000)
  await expect.poll(() => statuses(broker).at(-1)).toMatchObject({ online: true, config_rev: 7 })
  expect(reports).toEqual([900])
})

test('a device that dies has said what it measured, and its last will speaks for it', async () => {
  const broker = await brokerForTest()
  const { connection, tally } = device(broker.url)
  await connection.connect(5_000)
  for (let seq = 0; seq < 30; seq++) connection.send(reading(seq))
  connection.send({ kind: 'death' })
  connection.send(reading(99))
  await expect.poll(() => statuses(broker).at(-1)).toEqual({ online: false })
  expect(broker.readings().map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => i))
  expect(tally.totals.messagesAcked).toBe(30)
})

test('signs in with its id and secret, and says so when it is refused', async () => {
  const broker = await brokerForTest({
    admit: (user, password) => user === 'sim-0001' && password === 'right',
  })
  await device(broker.url, { secret: 'right' }).connection.connect(5_000)
  const refused = device(broker.url, { secret: 'wrong' }).connection.connect(5_000)
  await expect(refused).rejects.toThrow(/sim-0001 could not sign in at .*: Connection refused/)
})

test('gives up on a broker that is not there, naming it', async () => {
  const broker = await startBroker()
  await broker.stop()
  await expect(device(broker.url).connection.connect(200)).rejects.toThrow(
    `sim-0001 could not sign in at ${broker.url}: connect ECONNREFUSED`,
  )
})

test('gathers readings into arrays when told to', async () => {
  const broker = await brokerForTest()
  const { connection, tally } = device(broker.url, { line: { batch: 10 } })
  await connection.connect(5_000)
  for (let seq = 0; seq < 25; seq++) connection.send(reading(seq))
  await connection.drained()
  expect(broker.readings()).toHaveLength(25)
  expect(tally.totals.messagesSent).toBe(3)
})

test('waits when the broker is behind, and goes on when it has caught up', async () => {
  const broker = await brokerForTest()
  const tally = new Tally({ mostWaiting: 5 })
  const { connection } = device(broker.url, { line: { tally } })
  await connection.connect(5_000)
  for (let seq = 0; seq < 10; seq++) connection.send(reading(seq))
  expect(tally.hasRoom).toBe(false)
  await tally.room(new AbortController().signal)
  expect(tally.hasRoom).toBe(true)
})

const statuses = (broker: TestBroker): unknown[] =>
  broker.published
    .filter(({ topic }) => topic.endsWith('/status'))
    .map(({ payload }) => JSON.parse(payload.toString()))
