import type { Plan } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { ofDepot } from './of-depot.ts'

test('of a plan for all depots, one depot sees its runs, its bins, and the bins of none', () => {
  const plan = {
    depot_id: null,
    runs: [{ depot_id: 'north' }, { depot_id: 'south' }],
    not_collected: [{ container_id: 'a' }, { container_id: 'b' }, { container_id: 'c' }],
  } as unknown as Plan
  const bins = new Map([
    ['a', { depot_id: 'north' }],
    ['b', { depot_id: 'south' }],
    ['c', { depot_id: null }],
  ])
  const north = ofDepot(plan, 'north', bins)
  expect(north.runs).toEqual([{ depot_id: 'north' }])
  expect(north.not_collected).toEqual([{ container_id: 'a' }, { container_id: 'c' }])
  expect(ofDepot(plan, null, bins)).toBe(plan)
})
