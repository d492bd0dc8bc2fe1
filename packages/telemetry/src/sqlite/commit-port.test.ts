import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { allHistory, hours, item, NOON } from '../reading.fixture.ts'
import { committerOn } from './port-committer.ts'
import { type SqliteBed, sqliteBed } from './sqlite-bed.fixture.ts'
import type { SqliteTelemetry } from './sqlite-telemetry.ts'

let bed: SqliteBed
let store: SqliteTelemetry
beforeEach(async () => {
  bed = await sqliteBed()
  store = await bed.open()
})
afterEach(() => bed.remove())

test('a door in another thread commits and rejects through a port of its own', async () => {
  const door = new Worker(new URL('./committing-thread.fixture.ts', import.meta.url))
  const { commitPort: port } = store.lendCommitter()
  const items = [...hours('d-1', NOON, 300), ...hours('d-1', NOON, 2)]
  door.postMessage({ port, items }, [port])
  const [outcomes] = await once(door, 'message')
  await door.terminate()
  expect(outcomes).toEqual([...Array(300).fill('stored'), 'duplicate', 'duplicate'])
  expect(await allHistory(store)).toHaveLength(300)
  expect(await store.rejections({ limit: 5 })).toMatchObject([{ topic: 't', payloadBytes: 3 }])
  expect(store.counters).toMatchObject({ stored: 300, duplicates: 2, rejected: 1 })
})

test('commits over several ports at once are grouped', async () => {
  const ports = Array.from({ length: 10 }, () => store.lendCommitter().commitPort)
  const before = store.counters.commits
  await Promise.all(
    ports.flatMap((port, door) => {
      const committer = committerOn(port)
      return hours(`d-${door}`, NOON, 50).map((each) => committer.commit([each]))
    }),
  )
  for (const port of ports) port.close()
  expect(store.counters.stored).toBe(500)
  expect(store.counters.commits - before).toBeLessThan(50)
})

test('a door whose store has stopped is told that storage is unavailable', async () => {
  const { commitPort: port } = store.lendCommitter()
  const committer = committerOn(port)
  await committer.commit([item()])
  await store.stop()
  await expect(committer.commit([item()])).rejects.toMatchObject({ code: 'TELEMETRY_UNAVAILABLE' })
  port.close()
})
