// kill -9 cannot show that data are on disk: the page cache survives it. A trace of the system calls
// can: no PUBACK is written before the sync that covers its commit has ended.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { available, temporaryFolder } from '@bakwacht/test-support'
import mqtt from 'mqtt'
import { describe, expect, test } from 'vitest'
import { startBackend } from '../system/backend.ts'
import { judgeTrace } from './sync-trace.ts'

const DEVICES = 5
const READINGS = 40

describe.skipIf(!available('strace'))('a traced run', () => {
  test('every PUBACK follows a sync that began after its PUBLISH was read', async () => {
    using folder = temporaryFolder('trace')
    const file = join(folder.path, 'trace')
    const calls = 'trace=read,readv,write,writev,fdatasync,fsync'
    const backend = await startBackend({
      wrap: ['strace', '-f', '-yy', '-s', '48', '-e', calls, '-o', file],
      dataDir: folder.path,
    })
    await Promise.all(
      Array.from({ length: DEVICES }, (_, n) => publishOneByOne(backend.mqttUrl, n)),
    )
    await backend.stop()

    const judged = judgeTrace(readFileSync(file, 'latin1'))
    expect(judged.pubacks).toBe(DEVICES * READINGS)
    expect(judged.syncs).toBeGreaterThan(0)
    expect(judged.unsynced).toEqual([])
  }, 60_000)
})

async function publishOneByOne(url: string, n: number): Promise<void> {
  const client = await mqtt.connectAsync(url, { clientId: `traced-${n}` })
  const ts = Date.now() - 3_600_000
  for (let k = 0; k < READINGS; k++)
    await client.publishAsync(
      `bakwacht/v1/devices/traced-${n}/telemetry`,
      JSON.stringify({ v: 1, ts: ts + k * 1000, fill_pct: k }),
      { qos: 1 },
    )
  await client.endAsync()
}

describe('the judge of traces', () => {
  const socket = '9<TCP:[127.0.0.1:1->127.0.0.1:2]>'
  const read = `11 read(${socket}, "2\\33bakwacht", 65536) = 60`
  const puback = `11 write(${socket}, "@\\2\\0\\1", 4) = 4`
  const sync = '12 fdatasync(20</d/readings.sqlite-wal>) = 0'

  test('accepts a sync between the PUBLISH and its PUBACK', () => {
    expect(judgeTrace([read, sync, puback].join('\n'))).toMatchObject({ pubacks: 1, unsynced: [] })
  })

  test('refuses a PUBACK without a sync, or with one that began too early or ended too late', () => {
    const begin = '12 fdatasync(20</d/readings.sqlite-wal> <unfinished ...>'
    const end = '12 <... fdatasync resumed>) = 0'
    for (const trace of [
      [read, puback],
      [sync, read, puback],
      [begin, read, end, puback],
      [read, begin, puback, end],
      [read, sync.replace('= 0', '= -1 EIO'), puback],
      [read, sync.replace('readings', 'registry'), puback],
    ])
      expect(judgeTrace(trace.join('\n')).unsynced, trace.join('\n')).toHaveLength(1)
  })
})
