import type { Run } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { kept, run, tap } from '../kept/kept.fixture.ts'
import type { Refusal } from '../kept/kept.ts'
import { memoryShelf } from '../kept/memory-shelf.ts'
import { type Posted, sendWaiting } from './send-waiting.ts'

const refusal: Refusal = { status: 404, code: 'not_found', detail: '' }
const stored = (come: Run = run({ version: 2 })): Posted => ({ kind: 'stored', run: come })

const quietly = { changed: () => undefined, now: () => Date.parse(NOON), isOurs: () => true }
const NOON = '2026-11-23T12:00:00.000Z'

/** @param answers of the service, in order; after them it is not reached */
async function sent(answers: readonly Posted[], ...taps: readonly Parameters<typeof tap>[]) {
  const shelf = memoryShelf()
  await shelf.keepRun(kept())
  for (const given of taps) await shelf.addTap(tap(...given))
  const posted: string[] = []
  const left = [...answers]
  const send = () =>
    sendWaiting({
      shelf,
      post: async (_run, { key }) => {
        posted.push(key)
        return left.shift() ?? { kind: 'unreached' }
      },
      ...quietly,
    })
  return { shelf, posted, send, all: await send() }
}

test('taps go in their order, and each answer is kept', async () => {
  const { shelf, posted, all } = await sent([stored(), stored(run({ version: 3 }))], ['a'], ['b'])
  expect({ posted, all }).toEqual({ posted: ['a emptied', 'b emptied'], all: true })
  expect(await shelf.all()).toMatchObject({ taps: [], runs: [{ run: { version: 3 } }] })
})

test('what is not reached waits with all behind it', async () => {
  const { shelf, posted, all } = await sent([stored()], ['a'], ['b'], ['c'])
  expect({ posted, all }).toEqual({ posted: ['a emptied', 'b emptied'], all: false })
  expect((await shelf.all()).taps.map(({ stopId }) => stopId)).toEqual(['b', 'c'])
})

test('a tap that is refused stays with the reason, and the next ones go', async () => {
  const refused: Posted = { kind: 'refused', refusal }
  const { shelf, posted, all } = await sent([refused, stored()], ['a'], ['b'])
  expect({ posted, all }).toEqual({ posted: ['a emptied', 'b emptied'], all: true })
  expect((await shelf.all()).taps).toMatchObject([{ stopId: 'a', refusal }])
})

test('a later answer for the stop settles an earlier one that was refused', async () => {
  const refused: Posted = { kind: 'refused', refusal }
  const { shelf } = await sent([refused, stored()], ['a'], ['a', 'blocked'])
  expect((await shelf.all()).taps).toEqual([])
})

test('a refused tap that is sent again does not replace what was said after it', async () => {
  const refused: Posted = { kind: 'refused', refusal }
  const { shelf, send, posted } = await sent([refused, refused, stored()], ['a'], ['b'])
  const [first] = (await shelf.all()).taps
  await shelf.changeTap(first?.order ?? 0, { refusal: null })
  expect(await send()).toBe(true)
  expect(posted).toEqual(['a emptied', 'b emptied', 'a emptied'])
  expect((await shelf.all()).taps.map(({ stopId }) => stopId)).toEqual(['b'])
})

test('a link that opens nothing holds the taps of its run, and only those', async () => {
  const { shelf } = await sent([])
  await shelf.keepRun(kept({ id: 'run-2', run: run({ id: 'run-2' }) }))
  for (const runId of ['run-1', 'run-2']) await shelf.addTap(tap('a', 'emptied', { runId }))
  const all = await sendWaiting({
    shelf,
    post: async ({ id }) => (id === 'run-1' ? { kind: 'shut' } : stored(run({ id: 'run-2' }))),
    ...quietly,
  })
  expect(all).toBe(false)
  const { taps, runs } = await shelf.all()
  expect(taps.map(({ runId }) => runId)).toEqual(['run-1'])
  expect(Object.fromEntries(runs.map(({ id, access }) => [id, access]))).toEqual({
    'run-1': 'refused',
    'run-2': 'open',
  })
})

test('an answer that is older than what is kept does not take its place', async () => {
  const { shelf } = await sent(
    [stored(run({ version: 5 })), stored(run({ version: 4 }))],
    ['a'],
    ['b'],
  )
  expect((await shelf.all()).runs).toMatchObject([{ run: { version: 5 } }])
})

test('a sender that was relieved sends no more', async () => {
  const { shelf, posted } = await sent([])
  await shelf.addTap(tap('a'))
  const isOurs = () => false
  expect(await sendWaiting({ shelf, post: async () => stored(), ...quietly, isOurs })).toBe(false)
  expect({ posted, left: (await shelf.all()).taps.length }).toEqual({ posted: [], left: 1 })
})
