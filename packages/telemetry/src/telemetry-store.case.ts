// What every telemetry store must do, run on each adapter, with and without InfluxDB.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commitCases } from './cases/commit.case.ts'
import { dirtyCases } from './cases/dirty.case.ts'
import { historyCases } from './cases/history.case.ts'
import { modelCases } from './cases/model.case.ts'
import { rejectionCases } from './cases/rejections.case.ts'
import { stampedCases } from './cases/stamped.case.ts'
import { openCommitter } from './lent-committer.ts'
import { item } from './reading.fixture.ts'
import type { NewTestBed, OpenedStore } from './test-bed.fixture.ts'

export function telemetryStoreCases(name: string, newTestBed: NewTestBed): void {
  describe(name, () => {
    const opened = {} as OpenedStore
    beforeEach(async () => {
      opened.bed = await newTestBed()
      opened.store = await opened.bed.open()
    })
    afterEach(() => opened.bed.remove())

    commitCases(opened)
    stampedCases(opened)
    dirtyCases(opened)
    rejectionCases(opened)
    historyCases(opened)
    modelCases(opened)

    test('counts what is committed for it by others, as another thread does', async () => {
      const { bed, store } = opened
      const lent = await openCommitter(store.lendCommitter(), {
        clock: () => bed.now,
        log: bed.log,
      })
      expect(await lent.committer.commit([item(), item()])).toEqual(['stored', 'duplicate'])
      await lent.committer.reject([
        {
          ...{ at: bed.now, deviceId: null, topic: 't', reason: 'broken', item: null },
          ...{ payload: new Uint8Array(), payloadBytes: 0 },
        },
      ])
      await lent.close()
      expect(store.counters).toMatchObject({ stored: 1, duplicates: 1, rejected: 1, commits: 1 })
      expect(await store.commit([item()])).toEqual(['duplicate'])
      expect(store.counters).toMatchObject({ stored: 1, duplicates: 2, commits: 2 })
    })

    test('refuses what comes after it was stopped, and stops twice without harm', async () => {
      const { store } = opened
      await store.ready()
      await store.stop()
      await store.stop()
      await expect(store.commit([item()])).rejects.toMatchObject({ code: 'TELEMETRY_UNAVAILABLE' })
      await expect(store.ready()).rejects.toMatchObject({ code: 'TELEMETRY_UNAVAILABLE' })
    })
  })
}
