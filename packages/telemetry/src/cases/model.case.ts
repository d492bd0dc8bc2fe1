// Against the simplest model: a map from device and time to the first reading.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everything, item, NOON } from '../reading.fixture.ts'
import type { OpenedStore } from '../test-bed.fixture.ts'

export function modelCases(opened: OpenedStore): void {
  test('behaves as a map from device and time to the first reading, whatever comes', async () => {
    const arrival = fc.record({
      device: fc.constantFrom('p', 'q', 'r'),
      at: fc.integer({ min: 0, max: 30 }),
      temp: fc.integer({ min: 0, max: 3 }),
    })
    const batches = fc.array(fc.array(arrival, { maxLength: 30 }), { maxLength: 8 })
    let round = 0
    await fc.assert(
      fc.asyncProperty(batches, async (sent) => {
        const run = ++round
        const model = new Map<string, number>()
        const results = sent.map((batch) => {
          const items = batch.map(({ device, at, temp }) =>
            item({ deviceId: `${device}${run}`, observedAt: NOON + at, tempC: temp }),
          )
          const wanted = batch.map(({ device, at, temp }) => {
            const key = `${device}${run} ${at}`
            const before = model.get(key)
            if (before === undefined) model.set(key, temp)
            return before === undefined ? 'stored' : before === temp ? 'duplicate' : 'conflict'
          })
          return { outcomes: opened.store.commit(items), wanted }
        })
        for (const { outcomes, wanted } of results) expect(await outcomes).toEqual(wanted)
        const ranges = ['p', 'q', 'r'].map((device) => everything(`${device}${run}`))
        const kept = (await opened.store.recent(ranges)).flat()
        expect(new Map(kept.map((r) => [`${r.deviceId} ${r.observedAt - NOON}`, r.tempC]))).toEqual(
          model,
        )
        expect(kept).toHaveLength(model.size)
      }),
      { numRuns: 25 },
    )
  })
}
