import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { item, NOON } from '../reading.fixture.ts'
import type { DirtyDevice } from '../telemetry-store.ts'
import { CommitPacker } from './commit-message.ts'
import { type Connection, openConnection } from './connection.ts'
import { claimDirty, markDirty, settleDirty } from './dirty-devices.ts'
import { migrate } from './migrate.ts'
import { readings } from './migrations/0001-readings.ts'
import { ReadingWriter } from './reading-writer.ts'

let folder: ReturnType<typeof temporaryFolder>
let connection: Connection
let writer: ReadingWriter
beforeEach(() => {
  folder = temporaryFolder('devices')
  connection = openConnection(join(folder.path, 'readings.sqlite'), { cacheMb: 1 })
})
afterEach(() => {
  connection.close()
  folder.remove()
})

interface Sent {
  readonly device: number
  readonly at: number
}

function write(sent: readonly Sent[]): void {
  const packer = new CommitPacker()
  for (const { device, at } of sent)
    packer.add(item({ deviceId: `d-${device}`, observedAt: NOON + at }))
  connection.transaction(() => {
    writer.write(packer.message())
    writer.devices.flushDirty()
  })()
}

function failing(work: () => void): void {
  const failed = () =>
    writer.withCounts(() => {
      work()
      throw new Error('disk is full')
    })
  expect(failed).toThrow('disk is full')
}

const mark = ({ device, at }: Sent) =>
  markDirty(connection, writer.devices, [{ deviceId: `d-${device}`, since: NOON + at }])
const claim = () => claimDirty(connection, writer.devices, 9, NOON, 0)

const COUNTED = `SELECT device_id, reading_count, newest_at FROM devices
  WHERE reading_count > 0 ORDER BY 1`
const IN_READINGS = `SELECT device_id, count(*), max(observed_at) FROM readings
  JOIN devices ON no = device_no GROUP BY 1 ORDER BY 1`
const DIRTY = `SELECT device_id, min(coalesce(dirty_since, 9e999), coalesce(claimed_since, 9e999))
  FROM devices WHERE dirty_since IS NOT NULL OR claimed_since IS NOT NULL ORDER BY 1`
const rows = (sql: string) => connection.prepare<[], unknown[]>(sql).raw().all()

test('whatever fails or starts again when, rows say what readings there are and what is dirty', () => {
  migrate(connection)
  const sent = fc.record({ device: fc.nat(3), at: fc.integer({ min: -20, max: 20 }) })
  const batch = fc.array(sent, { maxLength: 8 })
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('write' as const), batch }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('fail' as const), batch }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('mark' as const), batch }) },
    {
      weight: 5,
      arbitrary: fc.record({ kind: fc.constantFrom('count', 'claim', 'settle', 'start') }),
    },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      for (const table of ['readings', 'devices', 'progress'])
        connection.exec(`DELETE FROM ${table}`)
      writer = new ReadingWriter(connection)
      const dirty = new Map<string, number>()
      const claimed = new Map<string, number>()
      let claims: readonly DirtyDevice[] = []
      const there = new Set<string>()
      const makeDirty = ({ device, at }: Sent) => {
        const id = `d-${device}`
        dirty.set(id, Math.min(dirty.get(id) ?? Infinity, NOON + at))
      }
      for (const go of steps) {
        if (go.kind === 'count') writer.withCounts(() => {})
        else if (go.kind === 'claim') {
          claims = writer.withCounts(claim)
          for (const [id, since] of dirty)
            claimed.set(id, Math.min(claimed.get(id) ?? since, since))
          dirty.clear()
        } else if (go.kind === 'settle') {
          settleDirty(connection, claims)
          claimed.clear()
        } else if (go.kind === 'start') writer = new ReadingWriter(connection)
        else if (go.kind === 'fail')
          failing(() => {
            write(go.batch)
            go.batch.forEach(mark)
            claim()
          })
        else if (go.kind === 'mark') {
          writer.withCounts(() => go.batch.forEach(mark))
          go.batch.forEach(makeDirty)
        } else if ('batch' in go) {
          write(go.batch)
          for (const one of go.batch) {
            if (!there.has(`${one.device} ${one.at}`)) makeDirty(one)
            there.add(`${one.device} ${one.at}`)
          }
        }
        const all = new Map(dirty)
        for (const [id, since] of claimed) all.set(id, Math.min(all.get(id) ?? since, since))
        expect(rows(DIRTY)).toEqual([...all].sort())
      }
      writer.withCounts(() => {})
      expect(rows(COUNTED)).toEqual(rows(IN_READINGS))
    }),
    { numRuns: 120 },
  )
})

test('a file whose commits counted for themselves is counted on from there', () => {
  connection.exec(readings)
  connection.pragma('user_version = 1')
  connection.exec(`INSERT INTO devices (no, device_id, newest_at, reading_count) VALUES (1, 'd-1', ${NOON}, 7);
    INSERT INTO readings (arrival, device_no, observed_at, received_after, flags, content_hash)
    VALUES (7, 1, ${NOON}, 0, 0, 0)`)
  migrate(connection)
  writer = new ReadingWriter(connection)
  write([{ device: 1, at: 5 }])
  writer = new ReadingWriter(connection)
  writer.withCounts(() => {})
  expect(rows(COUNTED)).toEqual([['d-1', 8, NOON + 5]])
})
