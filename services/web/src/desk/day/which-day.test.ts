import type { Plan, Run } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { dayAfter, dayToShow, nextWorkingDay } from './which-day.ts'

const MONDAY_TO_SATURDAY = { closed: [], working_days: [1, 2, 3, 4, 5, 6] }

test('the next working day skips Sundays and closed days', () => {
  expect(nextWorkingDay('2026-11-28', MONDAY_TO_SATURDAY)).toBe('2026-11-30')
  const closed = [{ date: '2026-11-24', depot_id: null, name: '' }]
  expect(nextWorkingDay('2026-11-23', { ...MONDAY_TO_SATURDAY, closed })).toBe('2026-11-25')
  const elsewhere = [{ date: '2026-11-24', depot_id: 'north', name: '' }]
  expect(nextWorkingDay('2026-11-23', { ...MONDAY_TO_SATURDAY, closed: elsewhere })).toBe(
    '2026-11-24',
  )
  expect(nextWorkingDay('2026-11-23', { closed: [], working_days: [] })).toBe('2026-11-24')
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
})

const plan = (date: string, ...statuses: Run['status'][]) =>
  ({ date, status: 'draft', runs: statuses.map((status) => ({ status })) }) as unknown as Plan

test('today is shown while something of it is to be done, then the newest plan to come', () => {
  const tomorrow = plan('2026-11-24', 'draft')
  const show = (todays: Plan[], newest?: Plan) => dayToShow('2026-11-23', todays, newest)
  expect(show([plan('2026-11-23', 'done', 'started')], tomorrow)).toBe('2026-11-23')
  expect(show([plan('2026-11-23', 'done', 'cancelled')], tomorrow)).toBe('2026-11-24')
  expect(show([], tomorrow)).toBe('2026-11-24')
  expect(show([], plan('2026-11-20', 'done'))).toBe('2026-11-23')
  expect(show([])).toBe('2026-11-23')
})
