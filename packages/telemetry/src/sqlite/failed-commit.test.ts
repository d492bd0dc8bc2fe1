import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allHistory, DAY, item, NOON, reading, stamped } from '../reading.fixture.ts'
import { type SqliteBed, sqliteBed } from './sqlite-bed.fixture.ts'
import type { SqliteTelemetry } from './sqlite-telemetry.ts'

let bed: SqliteBed
let store: SqliteTelemetry
beforeEach(async () => {
  bed = await sqliteBed()
  store = await bed.open()
})
afterEach(() => bed.remove())

/** As a full disk would: in the middle of the transaction. */
function failAt(seq: number) {
  const database = new Database(bed.file)
  database.exec(`CREATE TRIGGER full BEFORE INSERT ON readings WHEN NEW.seq = ${seq}
    BEGIN SELECT RAISE(ABORT, 'disk is full'); END`)
  return () => {
    database.exec('DROP TRIGGER full')
    database.close()
  }
}

test('a group that fails half-way stores nothing, and the next one is as if it had not been', async () => {
  await store.commit([item({ seq: 1 })])
  await store.settleDirty(await store.claimDirty(9, NOON))
  const repair = failAt(13)
  const group = [
    item({ observedAt: NOON + 20 * DAY, seq: 2 }),
    item({ deviceId: 'new', seq: 3 }),
    stamped({ seq: 4 }),
    item({ observedAt: NOON + 1, seq: 13 }),
  ]
  await expect(store.commit(group)).rejects.toMatchObject({
    code: 'TELEMETRY_UNAVAILABLE',
    message: expect.stringContaining('disk is full'),
  })
  expect(await allHistory(store)).toEqual([reading({ seq: 1 })])
  expect(await store.dirtyCount()).toBe(0)
  repair()
  // Not late: the reading 20 days on was never stored.
  expect(await store.commit([item({ observedAt: NOON + 1, seq: 13 })])).toEqual(['stored'])
  expect((await allHistory(store)).map(({ flags }) => flags)).toEqual([0, 0])
  expect(await store.commit(group)).toEqual(['stored', 'stored', 'stored', 'duplicate'])
  expect(await store.devicesSeen()).toMatchObject([{ count: 4 }, { count: 1 }])
})

test('a commit of the last seconds proves that the store is ready; one that failed proves nothing', async () => {
  await store.commit([item({ seq: 1 })])
  const database = new Database(bed.file)
  for (const change of ['INSERT', 'UPDATE'])
    database.exec(`CREATE TRIGGER no_${change} BEFORE ${change} ON progress
      BEGIN SELECT RAISE(ABORT, 'disk is full'); END`)
  database.close()
  await store.ready()
  bed.now += 6000
  await expect(store.ready()).rejects.toThrow('disk is full')
  bed.now = NOON
  await store.ready()
  const repair = failAt(13)
  await expect(store.commit([item({ seq: 13 })])).rejects.toThrow('disk is full')
  repair()
  await expect(store.ready()).rejects.toThrow('disk is full')
})
