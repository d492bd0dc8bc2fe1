// A fortnight of a fleet, planned day by day with the real search: does looking ahead pay?
import { settingsDefaults } from '@bakwacht/domain'
import { expect, test } from 'vitest'
import { daysInARow } from './days-in-a-row.fixture.ts'

const world = { days: 14, bins: 60, seed: 1, iterations: 300 }
const euroPerTonne = ({ cost, kg }: ReturnType<typeof daysInARow>) => (1000 * cost) / kg

test('over a fortnight, looking ahead drives less than visiting only what is full today, and nothing overflows', () => {
  const { overflows: none, ...ahead } = daysInARow({ ...world, settings: settingsDefaults })
  const myopic = daysInARow({ ...world, settings: { ...settingsDefaults, mayFromPct: 100 } })
  expect(none).toBe(0)
  expect(ahead.km).toBeLessThan(myopic.km)
  expect(ahead.kg).toBeGreaterThan(myopic.kg)
  expect(euroPerTonne({ ...ahead, overflows: 0 })).toBeLessThan(0.92 * euroPerTonne(myopic))
}, 60_000)
