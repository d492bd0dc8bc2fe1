import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import type { PolicyName } from '../policies/policy-name.ts'
import { runExperiment } from './experiment.ts'
import type { PolicyYear } from './policy-year.ts'
import { COST_PARTS } from './tally.ts'

const A_WHILE_MS = 60_000
const worldFile = join(import.meta.dirname, '../../worlds/leaks-10.json')
const measures = { cpuMs: () => 0, heapBytes: () => 0 }

/** Two weeks of twelve bins, after a warm-up of one. */
async function lived(policy: PolicyName, seed = 7): Promise<PolicyYear> {
  using folder = temporaryFolder('world')
  const file = join(folder.path, 'world.json')
  const world = JSON.parse(readFileSync(worldFile, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...world, warm_up_days: 7 }))
  const fleet = { containers: 12, days: 14, vehicles: 2, weatherFile: null }
  return runExperiment({ worldFile: file, ...fleet, seed, policy }, measures)
}

const known = new Map<PolicyName, Promise<PolicyYear>>()
function year(policy: PolicyName): Promise<PolicyYear> {
  const made = known.get(policy) ?? lived(policy)
  known.set(policy, made)
  return made
}

test.each(['fixed', 'threshold:60', 'bakwacht', 'oracle'] as const)(
  'under %s every kilogram that was brought is collected, turned away or still inside',
  async (policy) => {
    const { balance_kg: kg, damp_lost_kg, stops, kg: weighed } = await year(policy)
    expect(kg.at_first + kg.brought).toBeCloseTo(kg.collected + kg.turned_away + kg.inside, 6)
    expect(damp_lost_kg).toBeLessThanOrEqual(kg.collected + kg.inside)
    expect(stops).toBeGreaterThan(3)
    // Counted after the warm-up, and weighed with the water in it.
    expect(weighed).toBeGreaterThan(0)
    expect(weighed).toBeLessThan(1.2 * kg.collected)
  },
  A_WHILE_MS,
)

test(
  'the same task gives the same year, to the bit',
  async () => {
    expect(await lived('bakwacht')).toEqual(await year('bakwacht'))
  },
  A_WHILE_MS,
)

test(
  'all policies live through the same gifts, and another seed brings others',
  async () => {
    const [oracle, threshold] = [await year('oracle'), await year('threshold:60')]
    const other = await lived('oracle', 8)
    expect(threshold.balance_kg.brought).toBeCloseTo(oracle.balance_kg.brought, 6)
    expect(other.balance_kg.brought).not.toBeCloseTo(oracle.balance_kg.brought, 0)
  },
  A_WHILE_MS,
)

test(
  'costs are the sum of their parts, and the months hold all kilometres',
  async () => {
    const { cost_eur, km, months } = await year('threshold:60')
    const parts = COST_PARTS.reduce((sum, part) => sum + cost_eur[part], 0)
    expect(cost_eur.total).toBeCloseTo(parts, 6)
    expect(months.reduce((sum, month) => sum + month.km, 0)).toBeCloseTo(km, 6)
  },
  A_WHILE_MS,
)
