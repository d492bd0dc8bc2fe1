import { expect, test } from 'vitest'
import { kept, run, stop, tap } from '../kept/kept.fixture.ts'
import { type Kept, NOTHING_KEPT, type Tap } from '../kept/kept.ts'
import { currentStop, drivenStops, isChanged, stopAfter } from './stops.ts'

const waiting = (order: number, ...given: Parameters<typeof tap>): Tap => ({
  ...tap(...given),
  order,
  refusal: null,
})
const driven = (given: Partial<Kept> = {}, of = kept()) =>
  drivenStops(of, { ...NOTHING_KEPT, ...given })

test('the last tap that waits stands before what the service has', () => {
  const result = { outcome: 'emptied', kg: 9, wet_kg: null, destination: null, note: null, at: '' }
  const of = kept({
    run: run({ stops: [stop('a', { result: { ...result, outcome: 'emptied' } })] }),
  })
  expect(driven({}, of)[0]).toMatchObject({ word: { kg: 9 }, sent: true })
  const taps = [waiting(1, 'a', 'partly'), waiting(2, 'a', 'blocked')]
  expect(driven({ taps }, of)[0]).toMatchObject({ word: { outcome: 'blocked' }, sent: false })
})

test('a tap that was refused, or of another run, is no answer', () => {
  const taps = [
    { ...waiting(1, 'a'), refusal: { status: 409, code: 'conflict', detail: '' } as const },
    waiting(2, 'b', 'emptied', { runId: 'run-2' }),
  ]
  expect(driven({ taps }).map(({ word }) => word)).toEqual([null, null, null])
})

test('it goes to the first stop without an answer, unless the driver chose another', () => {
  const stops = driven({ taps: [waiting(1, 'a')] })
  expect(currentStop(stops, null)?.stop.id).toBe('b')
  expect(currentStop(stops, 'a')?.stop.id).toBe('a')
  expect(currentStop(stops, 'gone')?.stop.id).toBe('b')
})

test('after a stop comes the next without an answer, from the start again at the end', () => {
  const stops = driven({ taps: [waiting(1, 'b')] })
  const [a, , c] = stops
  expect(a && stopAfter(stops, a)?.stop.id).toBe('c')
  expect(c && stopAfter(stops, c)?.stop.id).toBe('a')
  const last = driven({ taps: [waiting(1, 'a'), waiting(2, 'b')] })
  expect(last[2] && stopAfter(last, last[2])).toBeUndefined()
})

test('a run is changed when stops come, go or change places, not when one is answered', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => stop(id))
  const of = (...stops: readonly (typeof a)[]) => run({ stops: stops.flatMap((one) => one ?? []) })
  expect(isChanged(of(a, b, c), of(a, b, c))).toBe(false)
  expect(isChanged(of(a, b, c), of(a, c))).toBe(true)
  expect(isChanged(of(a, b, c), of(b, a, c))).toBe(true)
})
