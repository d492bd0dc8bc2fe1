import { afterEach, expect, test, vi } from 'vitest'
import type { Language } from './language.ts'

/** The formats of a page that speaks this language, for a service in Brussels. */
async function speaking(language: Language) {
  vi.resetModules()
  vi.stubGlobal('localStorage', { getItem: () => language })
  const format = await import('./format.ts')
  format.setTimeZone('Europe/Brussels')
  return format
}
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** No-break blanks as signs that can be seen. */
const seen = (text: string) => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~')

test.each([
  ['en', '1,234.5', '8.2_km', '168_km', '980_kg', '2.9_t', '€_412', '−€_9'],
  ['nl', '1.234,5', '8,2_km', '168_km', '980_kg', '2,9_t', '€_412', '−€_9'],
  ['fr', '1~234,5', '8,2_km', '168_km', '980_kg', '2,9_t', '412_€', '−9_€'],
  ['de', '1.234,5', '8,2_km', '168_km', '980_kg', '2,9_t', '412_€', '−9_€'],
] as const)('%s writes numbers with their units as its readers do', async (language, ...wanted) => {
  const { number, kilometres, weight, euro, signed } = await speaking(language)
  expect(
    [
      ...[number(1234.5, 1), kilometres(8200), kilometres(168_400)],
      ...[weight(980), weight(2900), euro(412), signed(-9, euro)],
    ].map(seen),
  ).toEqual(wanted)
})

const SUMMER = Date.parse('2026-07-01T22:30:00Z')

test.each([
  ['en', 'Monday 23 November', 'Monday 23 November', '00:30', '2 Jul 2026', 'Sunday'],
  ['nl', 'Maandag 23 november', 'maandag 23 november', '00:30', '2 jul 2026', 'Zondag'],
  ['fr', 'Lundi 23 novembre', 'lundi 23 novembre', '00:30', '2 juil. 2026', 'Dimanche'],
  ['de', 'Montag, 23. November', 'Montag, 23. November', '00:30', '2. Juli 2026', 'Sonntag'],
] as const)('%s writes days and times in the service’s zone', async (language, ...wanted) => {
  const { dayName, dayWithin, clock, day, weekdayName } = await speaking(language)
  const date = '2026-11-23'
  expect([dayName(date), dayWithin(date), clock(SUMMER), day(SUMMER), weekdayName(7)]).toEqual(
    wanted,
  )
})

test('a day ends with its last second, in winter, in summer and when the clock changes', async () => {
  const { endOfDay } = await speaking('en')
  expect(endOfDay('2026-11-23')).toBe('2026-11-23T22:59:59.000Z')
  expect(endOfDay('2026-07-01')).toBe('2026-07-01T21:59:59.000Z')
  expect(endOfDay('2026-10-25')).toBe('2026-10-25T22:59:59.000Z')
})

test.each([
  ['en', '€_0.40', '€_40', '€_0.125'],
  ['nl', '€_0,40', '€_40', '€_0,125'],
  ['fr', '0,40_€', '40_€', '0,125_€'],
  ['de', '0,40_€', '40_€', '0,125_€'],
] as const)('%s writes money to the cent where it is not whole', async (language, ...wanted) => {
  const { euroCents } = await speaking(language)
  expect([0.4, 40, 0.125].map(euroCents).map(seen)).toEqual(wanted)
})

test('hours and minutes are counted out', async () => {
  const { hoursMinutes } = await speaking('en')
  expect([hoursMinutes(65 * 60), hoursMinutes(-840), hoursMinutes(0)]).toEqual([
    '1:05',
    '0:14',
    '0:00',
  ])
})

test('a date that is still being typed is written as nothing', async () => {
  const { dayName, dateOf, moment } = await speaking('en')
  expect([dayName(''), dateOf(''), moment('tomorrow')]).toEqual(['', '', ''])
})

test('another zone is another time', async () => {
  const { clock, setTimeZone } = await speaking('en')
  const before = clock(SUMMER)
  setTimeZone('Asia/Tokyo')
  expect([before, clock(SUMMER)]).toEqual(['00:30', '07:30'])
})

test('how full never reads as more than full', async () => {
  const { fillLevel } = await speaking('en')
  expect([fillLevel(45.4), fillLevel(102)].map(seen)).toEqual(['45_%', '100_%'])
})
