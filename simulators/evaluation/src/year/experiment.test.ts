import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PolicyName } from '../policies/policy-name.ts'
import { runExperiment } from './experiment.ts'
import type { PolicyYear } from './policy-year.ts'
import { COST_PARTS } from './tally.ts'

const worldFile = join(import.meta.dirname, '../../worlds/leaks-10.json')
const measures = { cpuMs: () => 0, heapBytes: () => 0 }

const year = (policy: PolicyName, over: { readonly seed?: number } = {}): Promise<PolicyYear> =>
  runExperiment(
    {
      worldFile,
      containers: 12,
      days: 14,
      vehicles: 2,
      weatherFile: null,
      seed: 7,
      policy,
      ...over,
    },
    measures,
  )

test.each(['fixed', 'threshold:60', 'bakwacht', 'oracle'] as const)(
  'under %s every kilogram that was brought is collected, turned away or still inside',
  async (policy) => {
    const { balance_kg: kg, damp_lost_kg, stops, kg: weighed } = await year(policy)
    expect(kg.at_first + kg.brought).toBeCloseTo(kg.collected + kg.turned_away + kg.inside, 6)
    expect(damp_lost_kg).toBeLessThanOrEqual(kg.collected + kg.inside)
    expect(stops).toBeGreaterThan(5)
    // Counted after the warm-up, and weighed with the water in it.
    expect(weighed).toBeGreaterThan(0)
    expect(weighed).toBeLessThan(1.2 * kg.collected)
  },
)

test('the same task gives the same year, to the bit', async () => {
  expect(await year('bakwacht')).toEqual(await year('bakwacht'))
})

test('all policies live through the same gifts, and another seed brings others', async () => {
  const [oracle, threshold, other] = await Promise.all([
    year('oracle'),
    year('threshold:90'),
    year('oracle', { seed: 8 }),
  ])
  expect(threshold.balance_kg.brought).toBeCloseTo(oracle.balance_kg.brought, 6)
  expect(other.balance_kg.brought).not.toBeCloseTo(oracle.balance_kg.brought, 0)
})

test('costs are the sum of their parts, and the months hold all kilometres', async () => {
  const { cost_eur, km, months } = await year('threshold:60')
  const parts = COST_PARTS.reduce((sum, part) => sum + cost_eur[part], 0)
  expect(cost_eur.total).toBeCloseTo(parts, 6)
  expect(months.reduce((sum, month) => sum + month.km, 0)).toBeCloseTo(km, 6)
})
