import { expect, test } from 'vitest'
import { settingsDefaults } from '../../settings.ts'
import { HOUR_MS, MINUTE_MS } from '../../time/local-time.ts'
import { assembleState } from '../assemble-state.ts'
import { beforeAnyHour } from '../hourly/rules-state.ts'
import { container, fold, hourly, hours, reading, t0 } from './fold.fixture.ts'
import { foldEvents } from './fold.ts'
import { foldConfigOf } from './fold-config.ts'
import { type FoldEvent, inObservedOrder } from './fold-event.ts'
import { beforeAnyEvent } from './fold-state.ts'
import { openSilence } from './silence.ts'

const temps = (...values: readonly number[]) => hourly(values.map((tempC) => ({ tempC })))
const kinds = (events: Parameters<typeof fold>[0]) =>
  fold(events).episodes.map(({ kind, raisedAt, clearedAt }) => ({ kind, raisedAt, clearedAt }))

test('65 °C is an alarm at once, and it ends when the bin has cooled', () => {
  expect(kinds(temps(20, 66, 70, 45, 39))).toEqual([
    { kind: 'fire', raisedAt: hours(1) + MINUTE_MS, clearedAt: hours(4) + MINUTE_MS },
  ])
})

test('a fire ends with the device that told of it: without one nothing would ever say that it is over', () => {
  const burnt = [...temps(20, 66), { kind: 'unseated', at: hours(30), deviceId: 'd1' }] as const
  const fires = fold(burnt).episodes.filter(({ kind }) => kind === 'fire')
  expect(fires).toMatchObject([{ raisedAt: hours(1) + MINUTE_MS, clearedAt: hours(30) }])
})

test('15 °C more within an hour is an alarm from 45 °C on, a sunny morning is none', () => {
  expect(kinds(temps(28, 46)).map(({ kind }) => kind)).toEqual(['fire'])
  const sunny = hourly(
    [15, 31, 47, 53].map((tempC) => ({ tempC })),
    8,
  )
  expect(kinds(sunny)).toEqual([])
  expect(kinds([...sunny, ...hourly([{ tempC: 30 }, { tempC: 62 }], 12)])).toHaveLength(1)
})

test('a fast rise is seen by a sensor that reports every five minutes too', () => {
  const events = [20, 21, 20, 25, 33, 41, 48].map((tempC, index) =>
    reading(hours(1) + index * 5 * MINUTE_MS, { tempC }),
  )
  expect(fold(events).episodes[0]).toMatchObject({
    kind: 'fire',
    evidence: { temp_c: 48, rise_c: 28 },
  })
})

test('silence between two readings is one episode with observed times', () => {
  const events = [...temps(1, 2, 3, 4, 5), ...hourly([{ tempC: 9 }], 30)]
  expect(kinds(events)).toEqual([
    { kind: 'silent', raisedAt: hours(10) + MINUTE_MS, clearedAt: hours(30) + MINUTE_MS },
  ])
})

test('silence that lasts has the same beginning as when a reading ends it', () => {
  const { state } = fold(temps(1, 2, 3, 4, 5))
  const { health } = settingsDefaults
  expect(openSilence(state, hours(10), health)).toBeUndefined()
  expect(openSilence(state, hours(20), health)).toMatchObject({ raisedAt: hours(10) + MINUTE_MS })
})

test('a device that reports once a day is not silent after a night', () => {
  const daily = [0, 24, 48, 72, 96].map((hour) => reading(hours(hour + 1), { tempC: 8 }))
  expect(kinds(daily)).toEqual([])
})

test('a device that never speaks after it was placed is silent too', () => {
  expect(openSilence(fold([]).state, hours(24 * 4), settingsDefaults.health)).toMatchObject({
    evidence: { last_reading_at: null },
  })
})

test('a device that was registered long after it was placed is silent from its registration on', () => {
  const registeredAt = hours(24 * 30)
  const late = (events: readonly FoldEvent[]) =>
    foldEvents(
      beforeAnyEvent,
      inObservedOrder([{ kind: 'seated', at: t0, deviceId: 'd1', registeredAt }, ...events]),
      foldConfigOf(container, settingsDefaults, 'Europe/Brussels'),
    )
  const { health } = settingsDefaults
  expect(openSilence(late([]).state, registeredAt + 72 * HOUR_MS, health)).toBeUndefined()
  expect(openSilence(late([]).state, registeredAt + 73 * HOUR_MS, health)).toMatchObject({
    raisedAt: registeredAt + 72 * HOUR_MS,
  })
  const backFilled = late(hourly([{ tempC: 1 }, { tempC: 2 }, { tempC: 3 }, { tempC: 4 }], 24 * 20))
  expect(backFilled.episodes).toEqual([])
  expect(openSilence(backFilled.state, registeredAt, health)).toMatchObject({
    evidence: { last_reading_at: hours(24 * 20 + 3) + MINUTE_MS },
  })
})

test('one dip of the battery is the cold, two are low', () => {
  const battery = (...volts: readonly number[]) => hourly(volts.map((batteryV) => ({ batteryV })))
  expect(kinds(battery(3.6, 3.2, 3.5, 3.3, 3.35))).toEqual([])
  expect(kinds(battery(3.6, 3.3, 3.2, 3.35, 3.2, 3.6))).toEqual([
    { kind: 'battery_low', raisedAt: hours(2) + MINUTE_MS, clearedAt: hours(5) + MINUTE_MS },
  ])
})

test('a device that was taken away is not silent', () => {
  const { state } = fold([...temps(1, 2, 3), { kind: 'unseated', at: hours(4), deviceId: 'd1' }])
  expect(openSilence(state, hours(500), settingsDefaults.health)).toBeUndefined()
})

test('without a trustworthy sensor the fill is estimated from the last level at the known rate', () => {
  const { state, episodes } = fold(hourly([{ fillPct: 40 }, { fillPct: 40 }, { fillPct: 40 }]))
  const at = (now: number) =>
    assembleState(container, state, beforeAnyHour, episodes, now, settingsDefaults).fill
  expect(at(hours(3))).toMatchObject({ source: 'sensor', pct: 40 })
  const later = at(hours(24 * 5 + 2) + MINUTE_MS)
  expect(later).toMatchObject({ source: 'estimate', evidence: { because: 'silent' } })
  expect(later.pct).toBeCloseTo(40 + 5 * settingsDefaults.fleetFillPctPerDay, 0)
})

test('a bin that never had a sensor is estimated from its registration at the fleet’s rate', () => {
  const { fill } = assembleState(
    { ...container, lastEmptiedAt: hours(24) },
    fold([{ kind: 'unseated', at: hours(0), deviceId: 'd1' }]).state,
    beforeAnyHour,
    [],
    hours(24 * 6),
    settingsDefaults,
  )
  expect(fill).toMatchObject({ source: 'estimate', pct: 30, evidence: { because: 'no_sensor' } })
  expect(fill.fullAt).toBeLessThan(hours(24 * 30) + HOUR_MS)
})
