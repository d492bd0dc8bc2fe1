import { MINUTE_MS, type Run } from '@bakwacht/domain'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hindranceText } from '../hindrance/hindrance.ts'
import { planDay } from '../plan-day.fixture.ts'
import { at, bin, crowLegs, depot, idSource, snapshot, stateOf, van } from '../planning.fixture.ts'
import type { Snapshot } from '../snapshot.ts'
import { checkRuns } from './check-runs.ts'
import { retime } from './retime.ts'

function made(shapes: Parameters<typeof bin>[1][], over: Partial<Snapshot> = {}) {
  const containers = shapes.map((shape, n) => bin(n + 1, shape))
  const states = containers.map((each) => stateOf(each, 85))
  const world = snapshot({
    containers,
    states,
    vehicles: [van({ payloadKg: 3000, volumeL: 30_000 })],
    ...over,
  })
  const [run] = planDay(world).runs
  if (run === undefined) throw new Error('expected a run')
  const legs = crowLegs([depot.location, ...containers.map(({ location }) => location)])
  return { run, world, context: { snapshot: world, legs, ids: idSource('new') } }
}

const costOf = (run: Run): number => run.totals.cost

describe('timing a run anew', () => {
  test('gives what the search gave, when nothing has changed', () => {
    const { run, context } = made([{}, {}, {}])
    const result = retime(run, context)
    if (result.kind !== 'run') throw new Error(hindranceText(result.why, 'en'))
    expect(costOf(result.run)).toBeCloseTo(costOf(run), 1)
    expect(result.run.stops.map(({ id, trip, seq }) => [id, trip, seq])).toEqual(
      run.stops.map(({ id, trip, seq }) => [id, trip, seq]),
    )
    expect(checkRuns([result.run], context.snapshot)).toEqual([])
  })

  test('leaves later instead of waiting on the way', () => {
    const access = [{ days: [1], from: '11:00', to: '12:00' }]
    const { run, context } = made([{ access }])
    const result = retime({ ...run, departure: at('07:30') }, context)
    if (result.kind !== 'run') throw new Error(hindranceText(result.why, 'en'))
    const [stop] = result.run.stops
    expect(stop?.arrival).toBe(at('11:00'))
    const drive = (stop?.legDurationS ?? 0) * 1000
    expect(result.run.departure).toBeCloseTo(at('11:00') - drive, -1)
  })

  test('takes the pause when the run is long enough to owe one', () => {
    const { run, context } = made([{ serviceMin: 240 }, { serviceMin: 120 }])
    const result = retime(run, context)
    if (result.kind !== 'run') throw new Error(hindranceText(result.why, 'en'))
    expect((result.run.pause?.to ?? 0) - (result.run.pause?.from ?? 0)).toBe(30 * MINUTE_MS)
    expect(checkRuns([result.run], context.snapshot)).toEqual([])
  })

  test('adds the unloading that a last trip lacks, and drops one with nothing to unload', () => {
    const { run, context } = made([{}, {}])
    const [first, second, unload] = run.stops
    if (!first || !second || !unload) throw new Error('expected two bins and an unloading')
    const open = retime({ ...run, stops: [first, second] }, context)
    expect(open).toMatchObject({ run: { stops: [{}, {}, { kind: 'unload', id: 'new-1' }] } })
    const idle = retime({ ...run, stops: [unload, first, unload, unload, second, unload] }, context)
    expect(idle).toMatchObject({
      run: { stops: [{ trip: 1 }, { kind: 'unload', trip: 1 }, { trip: 2 }, { kind: 'unload' }] },
    })
  })

  test.each([
    ['over its payload', { vehicles: [van({ payloadKg: 300 })] }, 'may carry 300 kg'],
    ['over its volume', { vehicles: [van({ payloadKg: 3000, volumeL: 3000 })] }, 'holds 3000 l'],
    ['without its vehicle', { vehicles: [van({ active: false })] }, 'not available'],
    [
      'longer than its shift',
      {
        vehicles: [
          van({ payloadKg: 3000, volumeL: 30_000, shift: { from: '07:30', to: '08:10' } }),
        ],
      },
      'would not be back',
    ],
  ])('is refused %s, saying so', (_, over, why) => {
    const { run, world, context } = made([{}, {}])
    const result = retime(run, { ...context, snapshot: { ...world, ...over } })
    expect(result.kind === 'impossible' && hindranceText(result.why, 'en')).toContain(why)
  })

  test('is sound for any order of the stops, or refused', () => {
    const { run, context, world } = made([
      {},
      { access: [{ days: [1], from: '09:00', to: '12:00' }] },
      { serviceMin: 60 },
      {},
      { serviceMin: 90, access: [{ days: [1], from: '08:00', to: '14:00' }] },
    ])
    fc.assert(
      fc.property(fc.shuffledSubarray([...run.stops]), (stops) => {
        fc.pre(stops.some(({ kind }) => kind === 'container'))
        const result = retime({ ...run, stops }, context)
        if (result.kind === 'run') expect(checkRuns([result.run], world)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})
