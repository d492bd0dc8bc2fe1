// The log of what was refused.
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, NOON } from '../reading.fixture.ts'
import type { OpenedStore } from '../test-bed.fixture.ts'

export function rejectionCases(opened: OpenedStore): void {
  describe('rejections', () => {
    const rejection = (at: number, deviceId: string | null = 'd-1') => ({
      at,
      deviceId,
      topic: 'bakwacht/v1/devices/d-1/telemetry',
      reason: 'not_json',
      item: null,
      payload: new Uint8Array(3000).fill(at % 251),
      payloadBytes: 3000,
    })

    test('come newest first, in pages, with 1 kB of payload', async () => {
      await opened.store.reject([rejection(NOON), rejection(NOON + 1, null), rejection(NOON + 2)])
      const [first, second] = await opened.store.rejections({ limit: 2 })
      expect([first?.at, second?.at]).toEqual([NOON + 2, NOON + 1])
      expect(first).toEqual({
        ...rejection(NOON + 2),
        id: first?.id,
        payload: new Uint8Array(1024).fill((NOON + 2) % 251),
      })
      const rest = await opened.store.rejections({ limit: 9, before: second?.id ?? 0 })
      expect(rest.map(({ at }) => at)).toEqual([NOON])
      expect(await opened.store.rejections({ limit: 9, deviceId: 'd-1' })).toHaveLength(2)
    })

    test('are kept to 100 an hour of each device, the rest is counted', async () => {
      await opened.store.reject(Array.from({ length: 130 }, (_, n) => rejection(NOON + n)))
      await opened.store.reject([rejection(NOON, 'd-2'), rejection(NOON + HOUR + 99)])
      expect(await opened.store.rejections({ limit: 500, deviceId: 'd-1' })).toHaveLength(101)
      expect(await opened.store.rejections({ limit: 500, deviceId: 'd-2' })).toHaveLength(1)
      expect(opened.store.counters.rejected).toBe(132)
    })

    test('from a time when the clock was ahead do not fill the hour that it was set back to', async () => {
      await opened.store.reject(Array.from({ length: 100 }, (_, n) => rejection(NOON + DAY + n)))
      await opened.store.reject([rejection(NOON)])
      expect(await opened.store.rejections({ limit: 500 })).toHaveLength(101)
    })

    test('are kept to the newest 10,000', async () => {
      const all = Array.from({ length: 10_050 }, (_, n) => ({
        ...rejection(NOON + n, `d-${n % 200}`),
        payload: new Uint8Array(1),
      }))
      await opened.store.reject(all)
      const kept = await opened.store.rejections({ limit: 20_000 })
      expect(kept).toHaveLength(10_000)
      expect(kept.at(-1)?.at).toBe(NOON + 50)
    })
  })
}
