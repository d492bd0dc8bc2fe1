import { join } from 'node:path'
import { DAY_MS } from '@bakwacht/domain'
import { generatedWeather } from '@bakwacht/simulators/world'
import { expect, test } from 'vitest'
import { fleetOf } from './fleet.ts'
import { foreknown } from './foreknown.ts'
import { giftsOfFleet, Street } from './street.ts'
import { readWorld } from './world-file.ts'

const world = readWorld(join(import.meta.dirname, '../../worlds/leaks-2.json'))
const from = Date.UTC(2026, 0, 1)
const span = { from, to: from + 40 * DAY_MS }

test('the oracle’s hour is the hour: emptied before it nothing is turned away, after it something is', () => {
  const fleet = fleetOf(world, { containers: 6, vehicles: 1, seed: 3, startAt: from })
  const weather = generatedWeather(3, from)
  const gifts = giftsOfFleet(world, fleet, weather, span, 3)
  const future = foreknown(fleet, gifts, from)
  const full = fleet.bins.flatMap(({ container: { id } }) => {
    const { fullAt } = future.of(id, from, span.to)
    return fullAt === null ? [] : [{ id, fullAt }]
  })
  expect(full.length).toBeGreaterThan(2)
  for (const { id, fullAt } of full) {
    expect(turnedAwayUntil(fullAt - 3_600_000, id)).toBe(0)
    expect(turnedAwayUntil(fullAt + 3_600_000, id)).toBeGreaterThan(0)
  }

  function turnedAwayUntil(at: number, id: string): number {
    const bins = fleet.bins.filter(({ container }) => container.id === id)
    const street = new Street({
      ...{ world, gifts, weather, span, seed: 3, countFrom: from, listened: false },
      fleet: { ...fleet, bins },
    })
    street.messagesUntil(at)
    return street.losses.turnedAwayKg
  }
})
