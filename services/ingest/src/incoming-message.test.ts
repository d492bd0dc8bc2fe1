import { createAcceptance } from '@bakwacht/acceptance'
import { encodeJson, telemetryTopic } from '@bakwacht/firmware-contracts'
import { expect, test } from 'vitest'
import { createIncomingMessage } from './incoming-message.ts'
import { noCounts } from './ingest-counts.ts'

test('a reading that the broker had retained is history: acknowledged, counted and left out', async () => {
  let committed = 0
  const counts = noCounts()
  const incoming = createIncomingMessage({
    acceptance: createAcceptance({
      telemetry: {
        commit: async (items) => {
          committed += items.length
          return items.map(() => 'stored' as const)
        },
        reject: async () => {},
      },
    }),
    onStatus() {},
    clock: () => 0,
    counts,
  })
  const packet = {
    cmd: 'publish',
    topic: telemetryTopic('dev-1'),
    payload: Buffer.from(encodeJson({ v: 1, temp_c: 8 })),
    qos: 1,
    dup: false,
  } as const
  await incoming({ ...packet, retain: true })
  expect(committed).toBe(0)
  await incoming({ ...packet, retain: false })
  expect(committed).toBe(1)
  expect(counts).toMatchObject({ received: 2, ignoredRetained: 1 })
})
