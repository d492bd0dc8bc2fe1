import { join } from 'node:path'
import { DAY_MS } from '@bakwacht/domain'
import { generatedWeather } from '@bakwacht/simulators/world'
import { expect, test } from 'vitest'
import { roadTableOf } from '../operator/road-table.ts'
import { fleetOf } from '../truth/fleet.ts'
import { giftsOfFleet } from '../truth/street.ts'
import { readWorld } from '../truth/world-file.ts'
import { tunedSchedule, workingDaysOf } from './tuned-schedule.ts'

const world = readWorld(join(import.meta.dirname, '../../worlds/leaks-2.json'))
const from = Date.UTC(2025, 0, 1)
const span = { from, to: from + 200 * DAY_MS }

test('who gets more for its size is visited more often, all on days of the cycle, evenly', async () => {
  const fleet = fleetOf(world, { containers: 24, vehicles: 2, seed: 4, startAt: from })
  const weather = generatedWeather(4, from)
  const gifts = giftsOfFleet(world, fleet, weather, span, 4)
  const roads = await roadTableOf(fleet.register)
  const schedule = tunedSchedule({ world, fleet, gifts, weather, span }, roads)

  const cycle = workingDaysOf(fleet.register.calendar)
  const bins = fleet.bins.map(({ container, givers, profile }) => ({
    perDay: givers.litresPerDay / profile.capacityL,
    days: schedule.get(container.id) ?? [],
  }))
  const busiestFirst = bins.toSorted((a, b) => b.perDay - a.perDay)
  const visits = (some: typeof bins) => some.reduce((sum, { days }) => sum + days.length, 0)
  expect(visits(busiestFirst.slice(0, 8))).toBeGreaterThan(1.5 * visits(busiestFirst.slice(-8)))
  for (const { days } of bins) {
    expect(days.length).toBeGreaterThan(0)
    expect(days.every((day) => day >= 0 && day < cycle)).toBe(true)
    const gaps = days.map((day, n) => (days[n + 1] ?? (days[0] ?? 0) + cycle) - day)
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1)
  }
})
