// Taps at which the service fails, and phones whose clock is wrong: nothing waits for them, and they are not lost.
import { expect, test } from 'vitest'
import { kept, run, tap } from '../kept/kept.fixture.ts'
import type { KeptRun, Tap } from '../kept/kept.ts'
import { memoryShelf } from '../kept/memory-shelf.ts'
import { type Posted, sendWaiting } from './send-waiting.ts'

const NOON = Date.parse('2026-11-23T12:00:00Z')
const HOUR = 3_600_000
const stored: Posted = { kind: 'stored', run: run({ version: 2 }) }
const fault: Posted = { kind: 'fault', status: 500 }

async function phone(...stops: readonly string[]) {
  const shelf = memoryShelf()
  await shelf.keepRun(kept())
  for (const stop of stops) await shelf.addTap(tap(stop))
  return {
    shelf,
    left: async () => (await shelf.all()).taps.map(({ stopId }) => stopId),
    /** @returns the stops that were asked for in one round */
    async round(post: (tap: Tap, run: KeptRun) => Posted) {
      const asked: string[] = []
      const all = await sendWaiting({
        shelf,
        post: async (run, tap) => {
          asked.push(tap.stopId)
          return post(tap, run)
        },
        changed: () => undefined,
        now: () => NOON,
        isOurs: () => true,
      })
      return { asked: asked.join(''), all }
    },
  }
}

test('a tap at which the service fails steps aside, is named, and goes when it can', async () => {
  const { round, shelf, left } = await phone('a', 'b', 'c')
  let broken = true
  const post = ({ stopId }: Tap) => (broken && stopId === 'a' ? fault : stored)
  for (const _try of [1, 2, 3]) expect(await round(post)).toEqual({ asked: 'a', all: false })
  expect(await round(post)).toEqual({ asked: 'bca', all: false })
  expect((await shelf.all()).taps).toMatchObject([
    { stopId: 'a', refusal: null, faults: { tries: 4, status: 500, alone: true } },
  ])
  expect(await round(post)).toEqual({ asked: 'a', all: false })
  expect((await shelf.all()).taps).toMatchObject([{ faults: { tries: 5, alone: true } }])
  await shelf.addTap(tap('d'))
  expect(await round(post)).toEqual({ asked: 'da', all: false })
  broken = false
  expect(await round(post)).toEqual({ asked: 'a', all: true })
  expect(await left()).toEqual([])
})

test('while the service is down it is asked once a round, and no tap is blamed', async () => {
  const { round, shelf, left } = await phone('a', 'b')
  for (let tries = 0; tries < 12; tries++) expect((await round(() => fault)).asked).toHaveLength(1)
  expect((await shelf.all()).taps.map(({ faults }) => faults?.alone)).toEqual([false, false])
  expect(await round(() => stored)).toEqual({ asked: 'ab', all: true })
  expect(await left()).toEqual([])
})

test('an answer that corrects one at which the service fails takes its place', async () => {
  const { round, shelf, left } = await phone('a')
  const post = ({ word }: Tap) => (word.outcome === 'emptied' ? fault : stored)
  for (const _try of [1, 2, 3]) await round(post)
  await shelf.addTap(tap('a', 'blocked'))
  expect(await round(post)).toEqual({ asked: 'a', all: true })
  expect(await left()).toEqual([])
})

test('a time ahead of the service’s is put right by what it says, and the tap sent at once', async () => {
  const { round, shelf } = await phone()
  // Tapped an hour apart by a clock that was two hours ahead, unknown to the phone.
  for (const [stop, ms] of [
    ['a', -HOUR],
    ['b', 0],
  ] as const) {
    const at = new Date(NOON + ms).toISOString()
    await shelf.addTap(tap(stop, 'emptied', { word: { outcome: 'emptied', at }, aheadMs: 0 }))
  }
  const service = NOON - 2 * HOUR
  const told: string[] = []
  const refusal = { status: 422, code: 'time_ahead', detail: '' } as const
  const { asked, all } = await round(({ word }) => {
    if (Date.parse(word.at) > service) return { kind: 'ahead', aheadMs: -2 * HOUR, refusal }
    told.push(word.at.slice(11, 16))
    return stored
  })
  expect({ asked, all, told }).toEqual({ asked: 'aab', all: true, told: ['09:00', '10:00'] })
})

test('a service that never is content with the time is not asked for ever', async () => {
  const { round, shelf } = await phone('a', 'b')
  const refusal = { status: 422, code: 'time_ahead', detail: '' } as const
  expect(await round(() => ({ kind: 'ahead', aheadMs: 0, refusal }))).toEqual({
    asked: 'aabb',
    all: true,
  })
  expect((await shelf.all()).taps).toMatchObject([{ refusal }, { refusal }])
})
