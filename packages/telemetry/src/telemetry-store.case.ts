// What every telemetry store must do, run on each adapter, with and without InfluxDB.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commitCases } from './cases/commit.case.ts'
import { dirtyCases } from './cases/dirty.case.ts'
import { historyCases } from './cases/history.case.ts'
import { modelCases } from './cases/model.case.ts'
import { rejectionCases } from './cases/rejections.case.ts'
import { stampedCases } from './cases/stamped.case.ts'
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
