import { statSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { HOUR, hours, NOON } from '../reading.fixture.ts'
import { openConnection } from './connection.ts'
import { type SqliteBed, sqliteBed } from './sqlite-bed.fixture.ts'

let bed: SqliteBed
beforeEach(async () => {
  bed = await sqliteBed()
})
afterEach(() => bed.remove())

test('a connection syncs every commit to disk', () => {
  const connection = openConnection(bed.file, { cacheMb: 1 })
  expect(connection.pragma('synchronous', { simple: true })).toBe(2)
  expect(connection.pragma('journal_mode', { simple: true })).toBe('wal')
  connection.close()
})

test('a file system that cannot keep a write-ahead log is refused', () => {
  expect(() => openConnection(':memory:', { cacheMb: 1 })).toThrow(/journal_mode is memory/)
})

test('a file of a newer Bakwacht is refused and left alone', async () => {
  const newer = new Database(bed.file)
  newer.pragma('user_version = 99')
  newer.close()
  await expect(bed.open()).rejects.toMatchObject({ code: 'TELEMETRY_UNAVAILABLE' })
  expect(bed.log.lines[0]).toContain('schema 99 is newer')
})

test('a reading takes at most 120 bytes with its index', async () => {
  using folder = temporaryFolder('size')
  const store = await bed.open()
  const devices = Array.from({ length: 100 }, (_, n) => `street-container-${n}`)
  for (let hour = 0; hour < 240; hour++)
    await store.commit(devices.flatMap((device) => hours(device, NOON + hour * HOUR, 1)))
  await store.stop()
  const copy = join(folder.path, 'readings-alone.sqlite')
  const database = new Database(bed.file)
  database.exec(`DELETE FROM daily; VACUUM INTO '${copy}'`)
  const [{ bytes }] = database
    .prepare(
      "SELECT sum(pgsize) AS bytes FROM dbstat WHERE name IN ('readings', 'readings_identity')",
    )
    .all() as [{ bytes: number }]
  database.close()
  expect(bytes / 24_000).toBeLessThan(120)
  expect(statSync(copy).size / 24_000).toBeLessThan(120)
})
