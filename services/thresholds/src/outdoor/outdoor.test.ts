import { once } from 'node:events'
import { utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { rainBefore } from '@bakwacht/domain'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openOutdoor } from './open-outdoor.ts'
import { parseWeather } from './weather-rows.ts'

const HEADER = 'timestamp_utc,temp_c,rh_pct,rain_mm'
const hour = Date.UTC(2026, 9, 5) / 3_600_000

test('rows become hours; what cannot be read is left out and counted', () => {
  const { hours, unreadable } = parseWeather(
    [HEADER, '2026-10-05T00:00:00Z,8.5,93,0.4', '2026-10-05T01:00:00Z,8.1,,0', 'nonsense', ''].join(
      '\r\n',
    ),
  )
  expect(hours.get(hour)).toEqual({ tempC: 8.5, rhPct: 93, rainMm: 0.4 })
  expect(hours.size).toBe(1)
  expect(unreadable).toBe(2)
})

test('a file without a column says which is missing', () => {
  expect(() => parseWeather('time,temp_c,rh_pct\n')).toThrow('wanted timestamp_utc too')
})

test('without a column of rain the rain is unknown, not none', async () => {
  using folder = temporaryFolder('outdoor')
  const file = join(folder.path, 'weather.csv')
  await writeFile(file, 'timestamp_utc,temp_c,rh_pct\n2026-10-05T00:00:00Z,8,90\n')
  const outdoor = await openOutdoor(file)
  expect(outdoor?.at(hour)).toEqual({ tempC: 8, rhPct: 90, rainMm: null })
  expect(rainBefore((at) => outdoor?.at(at), hour)).toBeNull()
})

test('times are UTC, with or without saying so, wherever the machine stands', async () => {
  vi.stubEnv('TZ', 'Asia/Tokyo')
  onTestFinished(() => void vi.unstubAllEnvs())
  using folder = temporaryFolder('outdoor')
  const file = join(folder.path, 'weather.csv')
  const times = ['2026-10-05 00:00', '2026-10-05T01:00:00', '2026-10-05T04:00:00+02:00']
  await writeFile(file, `${HEADER}\n${times.map((time) => `${time},8,90,1.5\n`).join('')}`)
  const outdoor = await openOutdoor(file)
  expect([0, 1, 2, 3].map((later) => outdoor?.at(hour + later)?.tempC)).toEqual([
    8,
    8,
    8,
    undefined,
  ])
})

test('a file that has grown is read again', async () => {
  using folder = temporaryFolder('outdoor')
  const file = join(folder.path, 'weather.csv')
  await writeFile(file, `${HEADER}\n2026-10-05T00:00:00Z,8,90,1.5\n`)
  const outdoor = await openOutdoor(file)
  await writeFile(file, `${HEADER}\n2026-10-05T00:00:00Z,8,90,1.5\n2026-10-05T01:00:00Z,8,90,0.5\n`)
  await utimes(file, new Date(), new Date(Date.now() + 5000))
  await outdoor?.refresh()
  expect(rainBefore((at) => outdoor?.at(at), hour + 1)).toBe(2)
})

test('an address answers like a file; what it no longer tells stays known, and its absence delays nothing', async () => {
  const answers = [
    { status: 503, body: 'later' },
    { status: 200, body: `${HEADER}\n2026-10-05T00:00:00Z,8,90,1.5\n` },
    { status: 200, body: `${HEADER}\n2026-10-05T01:00:00Z,9,85,0\n` },
  ]
  const server = createServer((_, reply) => {
    const { status, body } = answers.shift() ?? { status: 500, body: '' }
    reply.writeHead(status).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const warned: string[] = []
  const log = { warn: (_: unknown, message?: string) => warned.push(String(message)) }
  try {
    const { port } = server.address() as AddressInfo
    const outdoor = await openOutdoor(`http://127.0.0.1:${port}/weather.csv`, log as never)
    expect(outdoor?.at(hour)).toBeUndefined()
    expect(warned).toEqual(['weather not read'])
    await outdoor?.refresh()
    await outdoor?.refresh()
    expect(outdoor?.at(hour)).toEqual({ tempC: 8, rhPct: 90, rainMm: 1.5 })
    expect(outdoor?.at(hour + 1)?.rainMm).toBe(0)
  } finally {
    server.close()
  }
})

test('an address that answers with decades of hours is read, and the last two months are kept', async () => {
  const hours = 150_000
  const row = (_: unknown, at: number) => `${new Date((hour + at) * 3_600_000).toISOString()},8,90`
  const body = `timestamp_utc,temp_c,rh_pct\n${Array.from({ length: hours }, row).join('\n')}`
  const server = createServer((_, reply) => void reply.end(body)).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const outdoor = await openOutdoor(`http://127.0.0.1:${port}/`)
  expect(outdoor?.at(hour + hours - 1)?.tempC).toBe(8)
  expect(outdoor?.at(hour)).toBeUndefined()
})

test('where no source is named nobody measures the weather', async () => {
  expect(await openOutdoor(undefined)).toBeUndefined()
})
