import { utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { rainBefore } from '@bakwacht/domain'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { openCsvOutdoor, parseWeather } from './csv-outdoor.ts'

const HEADER = 'timestamp_utc,temp_c,rh_pct,rain_mm'
const hour = Date.UTC(2026, 9, 5) / 3_600_000

test('rows become hours; what cannot be read is left out and counted', () => {
  const { hours, unreadable } = parseWeather(
    [HEADER, '2026-10-05T00:00:00Z,8.5,93,0.4', '2026-10-05T01:00:00Z,8.1,,0', 'nonsense', ''].join(
      '\r\n',
    ),
  )
  expect(hours.get(hour)).toEqual({ tempC: 8.5, rhPct: 93, rainMm: 0.4 })
  expect(hours.size).toBe(1)
  expect(unreadable).toBe(2)
})

test('a file without a column says which is missing', () => {
  expect(() => parseWeather('time,temp_c,rh_pct\n')).toThrow('wanted timestamp_utc too')
})

test('without a column of rain the rain is unknown, not none', async () => {
  using folder = temporaryFolder('outdoor')
  const file = join(folder.path, 'weather.csv')
  await writeFile(file, 'timestamp_utc,temp_c,rh_pct\n2026-10-05T00:00:00Z,8,90\n')
  const outdoor = await openCsvOutdoor(file)
  expect(outdoor.at(hour)).toEqual({ tempC: 8, rhPct: 90, rainMm: null })
  expect(rainBefore(outdoor.at, hour)).toBeNull()
})

test('a file that has grown is read again', async () => {
  using folder = temporaryFolder('outdoor')
  const file = join(folder.path, 'weather.csv')
  await writeFile(file, `${HEADER}\n2026-10-05T00:00:00Z,8,90,1.5\n`)
  const outdoor = await openCsvOutdoor(file)
  await writeFile(file, `${HEADER}\n2026-10-05T00:00:00Z,8,90,1.5\n2026-10-05T01:00:00Z,8,90,0.5\n`)
  await utimes(file, new Date(), new Date(Date.now() + 5000))
  await outdoor.refresh()
  expect(rainBefore(outdoor.at, hour + 1)).toBe(2)
})
