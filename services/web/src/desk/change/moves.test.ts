import type { Stop } from '@bakwacht/api/contract'
import { describe, expect, test } from 'vitest'
import { moveEarlier, moveLater, moveTo } from './moves.ts'

const stop = (id: string): Stop =>
  ({ id, kind: id.startsWith('unload') ? 'unload' : 'container' }) as Stop
const run = (id: string, ...stops: string[]) => ({ id, stops: stops.map(stop) })

const van = run('van', 'a', 'b', 'unload-1', 'c', 'd', 'unload-2')
const truck = run('truck', 'x', 'unload-3')
const runs = [van, truck]

describe('a dragged stop', () => {
  test('goes before the stop that it is let go above, counted without itself', () => {
    expect(moveTo({ runId: 'van', beforeStopId: 'c' }, 'a', runs)?.seq).toBe(3)
    expect(moveTo({ runId: 'van', beforeStopId: 'a' }, 'c', runs)?.seq).toBe(1)
    expect(moveTo({ runId: 'van', beforeStopId: 'unload-1' }, 'c', runs)?.seq).toBe(3)
  })
  test('after the last bin it stays before the unloading that ends the run', () => {
    expect(moveTo({ runId: 'van', beforeStopId: null }, 'a', runs)?.seq).toBe(5)
  })
  test('goes into another run', () => {
    const into = { op: 'move', stop_id: 'a', run_id: 'truck' }
    expect(moveTo({ runId: 'truck', beforeStopId: 'x' }, 'a', runs)).toEqual({ ...into, seq: 1 })
    expect(moveTo({ runId: 'truck', beforeStopId: null }, 'a', runs)).toEqual({ ...into, seq: 2 })
  })
  test('asks for nothing where it stays', () => {
    expect(moveTo({ runId: 'van', beforeStopId: 'b' }, 'a', runs)).toBeUndefined()
    expect(moveTo({ runId: 'van', beforeStopId: 'a' }, 'a', runs)).toBeUndefined()
    expect(moveTo({ runId: 'van', beforeStopId: null }, 'd', runs)).toBeUndefined()
    expect(moveTo({ runId: 'gone', beforeStopId: null }, 'd', runs)).toBeUndefined()
  })
  test('and where what it is let go before has left the run meanwhile', () => {
    expect(moveTo({ runId: 'van', beforeStopId: 'x' }, 'a', runs)).toBeUndefined()
  })
})

test('by keyboard a stop goes one place at a time, over unloadings too, and not beyond the ends', () => {
  const seqs = van.stops
    .filter(({ kind }) => kind === 'container')
    .map((each) => [moveEarlier(each, van)?.seq, moveLater(each, van)?.seq])
  expect(seqs).toEqual([
    [undefined, 2],
    [1, 3],
    [3, 5],
    [4, undefined],
  ])
})
