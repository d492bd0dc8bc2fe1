import { join } from 'node:path'
import { createMetrics, silentLog } from '@bakwacht/runtime'
import { openSqliteTelemetry } from '@bakwacht/telemetry'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { addReadingMetrics } from './reading-metrics.ts'

test('what a store counts is read anew at each scrape', async () => {
  using folder = temporaryFolder('metrics')
  const file = join(folder.path, 'readings.sqlite')
  const telemetry = await openSqliteTelemetry({ file, clock: () => 0, log: silentLog })
  const metrics = createMetrics()
  addReadingMetrics(metrics, telemetry)
  const rejected = async () =>
    /^bakwacht_readings_rejected_total (\d+)$/m.exec((await metrics.scrape()).text)?.[1]
  expect(await rejected()).toBe('0')
  const nothing = { payload: new Uint8Array(), payloadBytes: 0 }
  await telemetry.reject([
    { at: 0, deviceId: 'dev-1', topic: 't', reason: 'broken', item: null, ...nothing },
  ])
  expect(await rejected()).toBe('1')
  await telemetry.stop()
})
