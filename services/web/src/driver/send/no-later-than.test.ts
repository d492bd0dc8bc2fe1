import { expect, test } from 'vitest'
import { noLaterThan } from './no-later-than.ts'

test('a tap from the future happened now, one from the past when it did', () => {
  const now = Date.parse('2026-11-23T08:00:00.000Z')
  expect(noLaterThan(now, '2026-11-23T11:00:00.000Z')).toBe('2026-11-23T08:00:00.000Z')
  expect(noLaterThan(now, '2026-11-23T07:59:00.000Z')).toBe('2026-11-23T07:59:00.000Z')
})
