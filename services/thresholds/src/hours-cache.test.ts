import { emptyDay, type HourlyDay, packDay, setHour } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { HoursCache } from './hours-cache.ts'

const warm = (tempC: number): HourlyDay => {
  const day = emptyDay()
  const unknown = Number.NaN
  setHour(day, 0, {
    ...{ tempC, rhPct: unknown, absHumidityGPerM3: unknown, fillPct: unknown },
    ...{
      ratePctPerDay: unknown,
      mouldIndex: unknown,
      emptiedMinute: unknown,
      fillSdPct: unknown,
      inflowVariance: unknown,
    },
  })
  return day
}

/** A cache over days 1 to 9 of container `a`, as warm as their number, and what it asked for. */
function cacheOverNineDays() {
  const asked: string[] = []
  const hours = new HoursCache({
    async days(ids, from, to) {
      asked.push(`${ids.join()} ${from}`)
      const stored = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((day) => day >= from && day <= to)
      return ids.includes('a')
        ? stored.map((day) => ({ containerId: 'a', day, hours: packDay(warm(day)) }))
        : []
    },
  })
  return { hours, asked, temperature: (day: number) => hours.series('a')(day)?.[0] }
}

test('days are read from where they are asked for, each once', async () => {
  const { hours, asked, temperature } = cacheOverNineDays()
  await hours.load(['a', 'b'], 6)
  await hours.load(['a'], 7)
  await hours.load(['a'], 4)
  expect([3, 4, 5, 6, 9].map(temperature)).toEqual([undefined, 4, 5, 6, 9])
  expect(asked).toEqual(['a,b 6', 'a 4'])
})

test('what was folded replaces days, and those are told that are no more', async () => {
  const { hours, temperature } = cacheOverNineDays()
  await hours.load(['a'], 6)
  const folded = warm(20)
  const days = new Map([
    [7, folded],
    [10, warm(21)],
  ])
  expect(hours.replace('a', 7, days)).toEqual([8, 9])
  expect([6, 7, 8, 9, 10].map(temperature)).toEqual([6, 20, undefined, undefined, 21])
  folded.fill(0)
  expect(temperature(7)).toBe(20)
})

test('what is let go is read again when it is asked for', async () => {
  const { hours, asked, temperature } = cacheOverNineDays()
  await hours.load(['a'], 2)
  hours.trim(8)
  expect([7, 8].map(temperature)).toEqual([undefined, 8])
  await hours.load(['a'], 7)
  expect([6, 7, 8].map(temperature)).toEqual([undefined, 7, 8])
  expect(asked).toEqual(['a 2', 'a 7'])
  hours.trim(9, ['b'])
  expect(temperature(7)).toBe(7)
  hours.trim(9, ['b', 'a'])
  expect([8, 9].map(temperature)).toEqual([undefined, 9])
})
