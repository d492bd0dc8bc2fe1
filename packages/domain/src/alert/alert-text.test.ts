import { expect, test } from 'vitest'
import { LANGUAGES, type Language } from '../collection/sentences/sentences.ts'
import { type AlertKind, DEVICE_FAULTS, type Evidence } from './alert.ts'
import { alertText } from './alert-text.ts'

const brussels = { timezone: 'Europe/Brussels' }
const at = Date.UTC(2026, 10, 23, 6, 0)

const faults: Readonly<Record<(typeof DEVICE_FAULTS)[number], Evidence>> = {
  stuck: { field: 'distance_mm', value: 1234, since_at: at, hours: 75, readings: 75, at },
  noisy: { leaps_pct: 26, at },
  drifting: { field: 'distance_mm', drift: 240, unit: 'mm', emptyings: 8, at },
  impossible: { field: 'air', share_pct: 31, at },
  sensor_off: {
    ...{ field: 'temp_c', off: 6.8, unit: 'kelvin', direction: 'more' },
    ...{ reference: 'neighbours', at },
  },
  moved: { tilt_deg: 60, usual_tilt_deg: 2.5, since_at: at, at },
  battery_ends: { ends_at: at, days: 58, at },
}

test('what is wrong with a device is said in plain words', () => {
  const said = (kind: AlertKind, evidence: Evidence) =>
    alertText({ kind, evidence }, 'en', brussels)
  expect(DEVICE_FAULTS.map((kind) => said(kind, faults[kind]))).toEqual([
    'The sensor is stuck: the distance has not changed for 75 hours since Monday 23 November at 07:00.',
    'The fill level leaps back and forth: 26 % of the last readings, on Monday 23 November at 07:00.',
    'The sensor drifts: over 8 emptyings the empty container moved by 240 mm.',
    'The sensor often says impossible values (temperature or humidity): 31 % of the last readings, on Monday 23 November at 07:00.',
    'The sensor is off: 6.8 °C more than the bins nearby, on Monday 23 November at 07:00.',
    'The container was moved or lies: tilted by 60° instead of 3° since Monday 23 November at 07:00.',
    'The battery will be empty about Monday 23 November.',
  ])
})

test('what a driver found wet is said, with how much of it where that was weighed', () => {
  const said = (kg: number | null, language: Language = 'en') =>
    alertText({ kind: 'found_wet', evidence: { wet_kg: 40, kg, at } }, language, brussels)
  expect(said(120)).toBe(
    'Wet textile was found in it on Monday 23 November at 07:00: 40 kg of 120 kg; look whether water gets in.',
  )
  expect(said(null)).toBe(
    'Wet textile was found in it on Monday 23 November at 07:00: 40 kg; look whether water gets in.',
  )
  for (const language of LANGUAGES) expect(said(120, language)).not.toMatch(/[{}?_[\]]|undefined/)
})

test('no language leaves a blank or a code in it', () => {
  for (const language of LANGUAGES)
    for (const kind of DEVICE_FAULTS) {
      const text = alertText({ kind, evidence: faults[kind] }, language, brussels)
      expect(text).not.toMatch(/[{}?_[\]]|undefined|kelvin|distance_mm|neighbours/)
    }
})

test('damp that a bin alone tells of says that there was nothing to compare with', () => {
  const evidence = {
    ...{ cause: 'own_past', risen_g_per_m3: 4.2, risen_pct: 34, rh_min_pct: 91 },
    ...{ from_at: at, to_at: at },
  }
  expect(alertText({ kind: 'damp', evidence }, 'en', brussels)).toBe(
    'Damp inside: for a day the air held 4.2 g/m³ more water than on the days before and was never drier than 91 %, by Monday 23 November at 07:00; no bins nearby to compare with.',
  )
  for (const language of LANGUAGES)
    expect(alertText({ kind: 'damp', evidence }, language, brussels)).not.toMatch(/[{}?[\]]/)
})
