// The judge is judged: each rule broken by hand has to be noticed.
import { HOUR_MS, type Run, type Stop } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { planDay } from '../plan-day.fixture.ts'
import { at, bin, depot, snapshot, stateOf, van } from '../planning.fixture.ts'
import { checkRuns } from './check-runs.ts'

const containers = [bin(1), bin(2)]
const world = snapshot({ containers, states: containers.map((each) => stateOf(each, 85)) })
const [run] = planDay(world).runs
if (run === undefined) throw new Error('expected a run')

const firstStop = (over: Partial<Stop>): Run => ({
  ...run,
  stops: run.stops.map((stop, index) => (index === 0 ? { ...stop, ...over } : stop)),
})
const [first] = run.stops
const reach = first?.arrival ?? 0

test('a run of the search has no faults', () => {
  expect(checkRuns([run], world)).toEqual([])
})

test.each<[string, readonly Run[], Partial<typeof world>, string]>([
  ['leaves before its shift', [{ ...run, departure: at('05:00') }], {}, 'outside its shift'],
  ['is out too long', [run], { vehicles: [van({ maxHours: 0.2 })] }, 'longer than allowed'],
  [
    'goes out while out of service',
    [run],
    { vehicles: [van({ unavailable: [{ from: at('00:00'), to: at('24:00') }] })] },
    'while out of service',
  ],
  ['is misnumbered', [firstStop({ seq: 7 })], {}, 'is misnumbered'],
  ['is faster than its vehicle', [firstStop({ legDurationS: 7200 })], {}, 'is reached too early'],
  [
    'serves during the pause',
    [{ ...run, pause: { from: reach, to: reach + HOUR_MS } }],
    {},
    'is served during the pause',
  ],
  ['never unloads', [{ ...run, stops: run.stops.slice(0, -1) }], {}, 'does not unload at the end'],
  ['is back too early', [{ ...run, arrival: run.departure }], {}, 'is back before its last stop'],
  ['is over its payload', [run], { vehicles: [van({ payloadKg: 400 })] }, 'of 400 kg'],
  ['is over its volume', [run], { vehicles: [van({ volumeL: 4000 })] }, 'of 4000 l'],
  [
    'unloads at a closed depot',
    [run],
    { depots: [{ ...depot, open: { from: '18:00', to: '20:00' } }] },
    'is closed',
  ],
  ['unloads in no time', [run], { depots: [{ ...depot, unloadMin: 50 }] }, 'is too short'],
  ['serves in no time', [firstStop({ departure: reach })], {}, 'is too short'],
  ['visits what is not there', [run], { containers: [] }, 'is not registered'],
  [
    'visits what is retired',
    [run],
    { containers: containers.map((each) => ({ ...each, active: false })) },
    'is retired',
  ],
  [
    'comes with the wrong vehicle',
    [run],
    { containers: containers.map((each) => ({ ...each, vehicleTypes: ['crane'] })) },
    'needs another vehicle',
  ],
  [
    'comes outside the hours',
    [run],
    {
      containers: containers.map((each) => ({
        ...each,
        access: [{ days: [1], from: '15:00', to: '16:00' }],
      })),
    },
    'is outside its hours',
  ],
  ['serves twice', [run, { ...run, id: 'other', vehicleId: 'van-1' }], {}, 'is visited 2 times'],
  ['needs a vehicle twice', [run, { ...run, id: 'other' }], {}, 'at the same time'],
])('a run that %s is noticed', (_, runs, over, fault) => {
  expect(checkRuns(runs, { ...world, ...over }).join('\n')).toContain(fault)
})

test('runs beside are looked at only for what both need', () => {
  const beside = { ...run, id: 'other', vehicleId: 'van-9', departure: 0 }
  expect(checkRuns([run], world, [beside]).toSorted()).toEqual([
    'container bin-1 is visited 2 times',
    'container bin-2 is visited 2 times',
  ])
  expect(checkRuns([run], world, [{ ...beside, status: 'cancelled' }])).toEqual([])
})

test('where somebody was this morning, whatever came of it, somebody may come again', () => {
  const visit = { kg: 20, wetKg: null, destination: null, note: null, at: run.departure }
  for (const outcome of ['emptied', 'partly', 'blocked'] as const) {
    const stops = run.stops.map((stop) => ({ ...stop, result: { ...visit, outcome } }))
    const morning = { ...run, id: 'other', vehicleId: 'van-9', departure: 0, stops }
    expect(checkRuns([run], world, [morning])).toEqual([])
  }
})
