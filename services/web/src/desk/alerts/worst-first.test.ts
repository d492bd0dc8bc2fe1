import type { Alert } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { worstFirst } from './worst-first.ts'

const alert = (id: string, severity: string, raised_at: string, acked_at: string | null = null) =>
  ({ id, severity, raised_at, acked_at }) as Alert

test('alarms come first, unseen before seen, new before old', () => {
  const sorted = worstFirst([
    alert('old notice', 'notice', '2026-11-20'),
    alert('seen alarm', 'alarm', '2026-11-23', '2026-11-23'),
    alert('warning', 'warning', '2026-11-22'),
    alert('new notice', 'notice', '2026-11-23'),
    alert('alarm', 'alarm', '2026-11-21'),
  ])
  expect(sorted.map(({ id }) => id)).toEqual([
    'alarm',
    'seen alarm',
    'warning',
    'new notice',
    'old notice',
  ])
})
