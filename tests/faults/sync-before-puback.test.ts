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
      // -D: the backend stays our child, so that it hears SIGTERM, which strace would keep to itself.
      wrap: ['strace', '-D', '-f', '-yy', '-s', '48', '-e', calls, '-o', file],
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
  const pubackInParts = `11 writev(${socket}, [{iov_base="@", iov_len=1}, {iov_base="\\2", iov_len=1}, {iov_base="\\0\\1", iov_len=2}], 3) = 4`
  const sync = '12 fdatasync(20</d/readings.sqlite-wal>) = 0'

  test('accepts a sync between the PUBLISH and its PUBACK', () => {
    const pubackOfDigit = `11 write(${socket}, "@\\0026\\33", 4) = 4`
    for (const written of [puback, pubackOfDigit, pubackInParts])
      expect(judgeTrace([read, sync, written].join('\n'))).toMatchObject({
        pubacks: 1,
        unsynced: [],
      })
  })

  test('reads calls that other threads cut in two', () => {
    const cut = [
      `11 read(${socket},  <unfinished ...>`,
      '12 fdatasync(20</d/readings.sqlite-wal> <unfinished ...>',
      '11 <... read resumed>"2\\33bakwacht", 65536) = 60',
      '12 <... fdatasync resumed>)              = 0',
    ]
    expect(judgeTrace([...cut, puback].join('\n')).unsynced).toEqual([4])
    expect(judgeTrace([...cut, sync, puback].join('\n')).unsynced).toEqual([])
  })

  test('does not take another socket’s PUBLISH for its own', () => {
    const other = read.replace(socket, '10<TCP:[127.0.0.1:1->127.0.0.1:3]>')
    expect(judgeTrace([read, sync, other, puback].join('\n')).unsynced).toEqual([])
    expect(judgeTrace([other, sync, read, puback].join('\n')).unsynced).toEqual([3])
  })

  test('refuses a PUBACK without a sync, or with one that began too early or ended too late', () => {
    const begin = '12 fdatasync(20</d/readings.sqlite-wal> <unfinished ...>'
    const end = '12 <... fdatasync resumed>) = 0'
    for (const trace of [
      [read, puback],
      [read, pubackInParts],
      [sync, read, puback],
      [begin, read, end, puback],
      [read, begin, puback, end],
      [read, sync.replace('= 0', '= -1 EIO'), puback],
      [read, sync.replace('readings', 'registry'), puback],
    ])
      expect(judgeTrace(trace.join('\n')).unsynced, trace.join('\n')).toHaveLength(1)
  })
})
