import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DAY, item, NOON } from '../reading.fixture.ts'
import { CommitPacker } from './commit-message.ts'
import { type Connection, openConnection } from './connection.ts'
import { rollUpDays } from './daily-rollup.ts'
import { migrate } from './migrate.ts'
import { ReadingWriter } from './reading-writer.ts'

let folder: ReturnType<typeof temporaryFolder>
let connection: Connection
let writer: ReadingWriter
beforeEach(() => {
  folder = temporaryFolder('daily')
  connection = openConnection(join(folder.path, 'readings.sqlite'), { cacheMb: 1 })
  migrate(connection)
})
afterEach(() => {
  connection.close()
  folder.remove()
})

interface Sent {
  readonly device: number
  readonly day: number
  readonly tempC: number | null
}

function write(readings: readonly Sent[]): void {
  const packer = new CommitPacker()
  readings.forEach(({ device, day, tempC }, place) => {
    const observedAt = NOON + day * DAY + (place % 5)
    packer.add(item({ deviceId: `d-${device}`, observedAt, tempC }))
  })
  connection.transaction(() => {
    writer.write(packer.message())
    writer.devices.flushDirty()
  })()
}

function fail(readings: readonly Sent[]): void {
  const failing = connection.transaction(() => {
    write(readings)
    throw new Error('disk is full')
  })
  expect(failing).toThrow('disk is full')
  writer.reload()
}

const roll = (limit: number) =>
  rollUpDays(connection, writer.pendingDays, limit, writer.lastArrival)

const days = (sql: string) =>
  connection
    .prepare<[], (number | null)[]>(sql)
    .raw()
    .all()
    .map((row) => row.map((value) => (value === null ? null : Number(value.toPrecision(12)))))
const SUMMED = 'temp_c_count, temp_c_total, temp_c_min, temp_c_max, distance_mm_total'
const IN_TABLE = `SELECT device_no, day, reading_count, ${SUMMED} FROM daily ORDER BY 1, 2`
const FROM_READINGS = `SELECT device_no, observed_at / ${DAY} * ${DAY} AS day, count(*), count(temp_c),
  total(temp_c), min(temp_c), max(temp_c), total(distance_mm) FROM reading GROUP BY 1, 2 ORDER BY 1, 2`

const sent = fc.record({
  device: fc.nat(3),
  day: fc.integer({ min: -3, max: 3 }),
  tempC: fc.option(fc.integer({ min: -400, max: 400 }).map((tenths) => tenths / 10)),
})
const batch = fc.array(sent, { maxLength: 12 })
const step = fc.oneof(
  { weight: 4, arbitrary: batch.map((readings) => () => write(readings)) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 20 }).map((limit) => () => void roll(limit)) },
  { weight: 1, arbitrary: batch.map((readings) => () => fail(readings)) },
  { weight: 1, arbitrary: fc.constant(() => writer.reload()) },
)

test('every reading is in its day once, whatever was rolled up, rolled back or started again when', () => {
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 12 }),
      fc.integer({ min: 1, max: 30 }),
      (steps, most) => {
        for (const table of ['readings', 'daily', 'devices', 'progress'])
          connection.exec(`DELETE FROM ${table}`)
        writer = new ReadingWriter(connection, most)
        for (const go of steps) go()
        while (roll(7));
        expect(days(IN_TABLE)).toEqual(days(FROM_READINGS))
      },
    ),
    { numRuns: 150 },
  )
})

test('what was written since the last step is not read again', () => {
  writer = new ReadingWriter(connection)
  write([{ device: 1, day: 0, tempC: 8.4 }])
  connection.exec('UPDATE readings SET temp_c = NULL')
  expect(roll(1)).toBe(false)
  expect(days(IN_TABLE)).toMatchObject([[1, NOON - DAY / 2, 1, 1, 8.4, 8.4, 8.4, 812]])
})
