import type { Container, LonLat } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { bin, DATE, depot, snapshot, stateOf, van } from '../planning.fixture.ts'
import { type Bin, gatherBins } from '../selection/bin.ts'
import { mustDay } from './must-day.ts'
import { type LaterVisit, outlookOf } from './outlook.ts'

/** Filling by three points a day, full at 70 %. */
type Shape = readonly [container: Container, pct: number]

function gathered(shapes: readonly Shape[]): readonly Bin[] {
  const containers = shapes.map(([container]) => container)
  const states = shapes.map(([container, pct]) => stateOf(container, pct))
  return gatherBins(snapshot({ containers, states, vehicles: [van()] }), DATE, null)
}

function visits(shapes: readonly Shape[], todays: readonly Shape[] = []): readonly LaterVisit[][] {
  const bins = gathered([...shapes, ...todays])
  const waiting = bins.slice(0, shapes.length)
  const outlook = outlookOf(depot, waiting, bins.slice(shapes.length))
  return waiting.map((each) => [...outlook.laterVisits(each)])
}

const on = (visits: readonly LaterVisit[] | undefined, index: number): number =>
  visits?.at(index)?.visit ?? Number.NaN

const farOut: LonLat = [4.75, 51.15]
const besideIt: LonLat = [4.752, 51.151]

test('ends with the last day on which a bin can wait, and is empty where that is not in sight', () => {
  const [pressing, idle] = visits([
    [bin(1), 60],
    [bin(2), 5],
  ])
  const [first] = gathered([[bin(1), 60]])
  expect(pressing?.at(-1)?.day.date).toBe(first && mustDay(first)?.date)
  expect(pressing?.length).toBeGreaterThan(1)
  expect(idle).toEqual([])
})

test('a day that nobody else is visited on costs the way there and back, and a vehicle', () => {
  const far = bin(1, { location: farOut })
  const [alone = []] = visits([[far, 60]])
  for (const { visit } of alone) expect(visit).toBeCloseTo(on(alone, 0))
  const crowKm = Math.hypot(0.27 * 111.32 * Math.cos((51.03 * Math.PI) / 180), 0.12 * 111.32)
  const km = 2 * 1.45 * crowKm
  const { fixed, perKm, perHour } = van().cost
  const hours = km / 35 + far.serviceMin / 60
  expect(on(alone, 0)).toBeCloseTo(fixed + km * perKm + hours * perHour, 0)
})

test('neighbours keep each other company: both are cheap on the day of the one that presses first', () => {
  const [sooner = [], later = []] = visits([
    [bin(1, { location: farOut }), 66],
    [bin(2, { location: besideIt }), 58],
  ])
  const together = later.findIndex(({ day }) => day.date === sooner.at(-1)?.day.date)
  expect(together).toBeGreaterThanOrEqual(0)
  expect(together).toBeLessThan(later.length - 1)
  expect(on(later, together)).toBeLessThan(on(later, -1) / 3)
  expect(on(sooner, -1)).toBeLessThan(on(later, -1) / 3)
})

test('beside one that has to be visited today a bin is laid on today, and is company to nobody later', () => {
  const pressing: Shape = [bin(1, { location: farOut }), 68]
  const neighbour: Shape = [bin(2, { location: besideIt }), 57]
  const today: Shape = [bin(3, { location: [4.751, 51.15] }), 95]
  const [, alone = []] = visits([pressing, neighbour])
  const [, beside = []] = visits([pressing, neighbour], [today])
  expect(on(alone, 0)).toBeLessThan(on(alone, -1) / 3)
  expect(on(beside, 0)).toBeGreaterThan(on(alone, 0) * 3)
})

test('coming early uses up the more of a visit the earlier it is', () => {
  const [each = []] = visits([[bin(1), 60]])
  const early = each.map(({ tooEarly }) => tooEarly)
  expect(early).toEqual(early.toSorted((a, b) => a - b))
  expect(early[0]).toBeGreaterThan(0)
})
