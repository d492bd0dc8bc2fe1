import { calendarDefaults } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { at, bin, DATE, depot, snapshot, van, ZONE } from '../planning.fixture.ts'
import { comingDays, daysFor } from './coming-day.ts'

const dates = (over: Parameters<typeof snapshot>[0] = {}) =>
  [...comingDays(DATE, depot, snapshot(over))].map(({ date }) => date).slice(0, 5)

test('the days to come leave out Sundays, holidays and days without a vehicle', () => {
  const closed = [{ date: '2026-11-25', depotId: null, name: 'Fair' }]
  const away = { from: at('00:00', '2026-11-27'), to: at('24:00', '2026-11-27') }
  expect(
    dates({ calendar: { ...calendarDefaults, closed }, vehicles: [van({ unavailable: [away] })] }),
  ).toEqual(['2026-11-24', '2026-11-26', '2026-11-28', '2026-11-30', '2026-12-01'])
})

test('where no vehicle goes out at all, the calendar alone says when one could', () => {
  expect(dates({ vehicles: [] })).toEqual(['2026-11-24', '2026-11-25'])
})

test('a container has the days on which its hours and a vehicle of its types let it be reached', () => {
  const vehicles = [
    van(),
    van({
      id: 'crane-1',
      type: 'crane',
      unavailable: [{ from: at('00:00', '2026-11-26'), to: at('24:00', '2026-11-26') }],
    }),
  ]
  const days = comingDays(DATE, depot, snapshot({ vehicles }))
  const own = (shape: Parameters<typeof bin>[1]) =>
    daysFor(bin(1, shape), undefined, depot, days, 8, ZONE).map(({ date }) => date)
  expect(own({})).toHaveLength(8)
  expect(own({ access: [{ days: [2, 4], from: '08:00', to: '12:00' }] })).toEqual([
    '2026-11-24',
    '2026-11-26',
    '2026-12-01',
  ])
  expect(own({ access: [{ days: [1], from: '08:00', to: '12:00' }] })).toEqual([
    '2026-11-30',
    '2026-12-07',
  ])
  expect(own({ vehicleTypes: ['crane'] })).not.toContain('2026-11-26')
})
