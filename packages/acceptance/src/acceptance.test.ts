import { encodeJson, MAX_ITEMS } from '@bakwacht/firmware-contracts'
import {
  type CommitOutcome,
  type Committer,
  type NewRejection,
  type ReadingToCommit,
  TelemetryUnavailable,
} from '@bakwacht/telemetry'
import { expect, test } from 'vitest'
import { createAcceptance } from './acceptance.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const TOPIC = 'bakwacht/v1/devices/dev-1/telemetry'

/** Keeps what it is given, first come first kept, as the real store does. */
function memoryCommitter() {
  const commits: (readonly ReadingToCommit[])[] = []
  const rejections: NewRejection[] = []
  const kept = new Map<number, number>()
  const keep = ({ reading, contentHash }: ReadingToCommit): CommitOutcome => {
    const before = kept.get(reading.observedAt)
    if (before === undefined) kept.set(reading.observedAt, contentHash)
    if (before === undefined) return 'stored'
    return before === contentHash ? 'duplicate' : 'conflict'
  }
  const telemetry: Committer = {
    commit: async (items) => {
      commits.push(items)
      return items.map(keep)
    },
    reject: async (items) => {
      rejections.push(...items)
    },
  }
  return { telemetry, commits, rejections }
}

const message = (payload: Uint8Array) => ({
  topic: TOPIC,
  deviceId: 'dev-1',
  payload,
  receivedAt: NOW,
})
const at = (minute: number, temp_c: unknown = minute) => ({
  v: 1,
  ts: NOW / 1000 - 60 * minute,
  temp_c,
})

test('the good items of a message are committed at once, the bad ones logged by their index', async () => {
  const { telemetry, commits, rejections } = memoryCommitter()
  const { accept, counters } = createAcceptance({ telemetry })
  const accepted = await accept(
    message(encodeJson([at(3), at(2, 'warm'), at(1), at(3), at(1, 99), { ...at(0), lux: 1 }])),
  )
  expect(commits.map((items) => items.length)).toEqual([5])
  expect(accepted).toMatchObject({
    kind: 'accepted',
    items: [
      { kind: 'stored', index: 0 },
      { kind: 'rejected', index: 1, reason: { code: 'wrong_type' } },
      { kind: 'stored', index: 2 },
      { kind: 'duplicate', index: 3 },
      { kind: 'conflict', index: 4 },
      { kind: 'stored', index: 5 },
    ],
  })
  expect(rejections).toMatchObject([
    {
      at: NOW,
      deviceId: 'dev-1',
      topic: TOPIC,
      item: 1,
      reason: 'wrong_type: temp_c: got the text "warm", wanted a finite number or null',
    },
  ])
  expect(counters).toEqual({
    messages: 1,
    stored: 3,
    duplicates: 1,
    conflicts: 1,
    rejectedMessages: 0,
    rejectedItems: 1,
    unknownKeys: 1,
  })
})

test('a message that cannot be decoded is logged whole, with its first 1,024 bytes', async () => {
  const { telemetry, commits, rejections } = memoryCommitter()
  const { accept } = createAcceptance({ telemetry })
  const payload = encodeJson(Array(MAX_ITEMS + 1).fill(at(1)))
  expect(await accept(message(payload))).toMatchObject({
    kind: 'rejected',
    reason: { code: 'too_many_items' },
  })
  expect(commits).toEqual([])
  expect(rejections).toMatchObject([{ item: null, payloadBytes: payload.length }])
  expect(rejections[0]?.payload).toEqual(payload.slice(0, 1024))
})

test('a message refused unread is logged with the size that it had', async () => {
  const { telemetry, rejections } = memoryCommitter()
  await createAcceptance({ telemetry }).refuse({
    ...message(new Uint8Array(10)),
    reason: { code: 'too_large', message: 'got 300000 bytes, wanted at most 262144' },
    payloadBytes: 300_000,
  })
  expect(rejections).toMatchObject([
    { reason: 'too_large: got 300000 bytes, wanted at most 262144', payloadBytes: 300_000 },
  ])
})

test.each(['commit', 'reject'] as const)(
  'a failing %s surfaces, so that nothing is acknowledged',
  async (what) => {
    const { telemetry } = memoryCommitter()
    const failing = {
      ...telemetry,
      [what]: () => Promise.reject(new TelemetryUnavailable('disk full')),
    }
    const { accept } = createAcceptance({ telemetry: failing })
    await expect(accept(message(encodeJson([at(1), at(2, 'warm')])))).rejects.toThrow('disk full')
  },
)
