import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onRest } from './at-rest.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const A_WHILE_MS = 1000

function moved() {
  const events = new EventEmitter()
  const act = vi.fn<() => void>()
  const map = { isMoving: () => false, on: events.on.bind(events) }
  onRest(map, act)
  return { map, act, say: (name: string) => events.emit(name) }
}

test('what waits is done once, a moment after the last movement', () => {
  const { act, say } = moved()
  say('moveend')
  vi.advanceTimersByTime(100)
  say('moveend')
  vi.advanceTimersByTime(100)
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(A_WHILE_MS)
  expect(act).toHaveBeenCalledOnce()
})

test('it is not done in the next movement, but after it', () => {
  const { map, act, say } = moved()
  say('moveend')
  map.isMoving = () => true
  vi.advanceTimersByTime(A_WHILE_MS)
  expect(act).not.toHaveBeenCalled()
  map.isMoving = () => false
  say('moveend')
  vi.advanceTimersByTime(A_WHILE_MS)
  expect(act).toHaveBeenCalledOnce()
})

test('a map that is gone is left alone', () => {
  const { act, say } = moved()
  say('moveend')
  say('remove')
  vi.advanceTimersByTime(A_WHILE_MS)
  expect(act).not.toHaveBeenCalled()
})
