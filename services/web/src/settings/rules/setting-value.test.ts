import type { NewSettings } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { settingValue, stillChanged, withChanges } from './setting-value.ts'

const SETTINGS = {
  overflow_pct: 95,
  damp: { watch: [{ rh_pct: 75, hours: 48 }], excess_hours: 6 },
  plan: { lead_min: 15 },
} as unknown as NewSettings

test('a change is made where its path says, and nothing else changes', () => {
  const changed = withChanges(SETTINGS, { overflow_pct: 80, 'damp.excess_hours': 9 })
  expect(changed).toEqual({
    ...SETTINGS,
    overflow_pct: 80,
    damp: { ...SETTINGS.damp, excess_hours: 9 },
  })
  expect(settingValue(changed, 'damp.excess_hours')).toBe(9)
  expect(settingValue(SETTINGS, 'damp.excess_hours')).toBe(6)
})

test('what is put back is no change any more, lists compared by what is in them', () => {
  const changes = {
    overflow_pct: 95,
    'damp.watch': [{ rh_pct: 75, hours: 48 }],
    'plan.lead_min': null,
  }
  expect(stillChanged(SETTINGS, changes)).toEqual({ 'plan.lead_min': null })
})
