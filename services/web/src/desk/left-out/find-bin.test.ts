import type { Plan } from '@bakwacht/api/contract'
import { expect, test } from 'vitest'
import { findBins } from './find-bin.ts'
import { byName, leftOutGroups } from './left-out-groups.ts'

const bins = [
  { id: 'bin-1', name: 'Liège, Place Saint-Éloi' },
  { id: 'bin-2', name: 'Leuven, Markt' },
  { id: 'bin-3', name: 'Herent, Markt' },
]
const left = (container_id: string, code: string) => ({
  container_id,
  reason: { code, evidence: {}, text: code },
})
const plan = {
  runs: [
    { id: 'old', status: 'cancelled', stops: [{ container_id: 'bin-2' }] },
    { id: 'r1', status: 'draft', stops: [{ container_id: 'bin-3', seq: 1 }] },
  ],
  not_collected: [left('bin-2', 'not_full')],
} as unknown as Plan

test('a bin is found by any part of its name, without accents and capitals, or by its id', () => {
  const ids = (wish: string) => findBins(wish, bins, plan).map(({ id }) => id)
  expect(ids('eloi liege')).toEqual(['bin-1'])
  expect(ids('MARKT')).toEqual(['bin-3', 'bin-2'])
  expect(ids('bin-2')).toEqual(['bin-2'])
  expect(ids('  ')).toEqual([])
  expect(ids('nowhere')).toEqual([])
})

test('each bin comes with its visit, why it was left out, or neither', () => {
  const [herent, leuven] = findBins('markt', bins, plan)
  expect(herent?.visit?.run.id).toBe('r1')
  expect(leuven?.leftOut?.reason.code).toBe('not_full')
  expect(findBins('eloi', bins, plan)).toEqual([bins[0]])
})

test('left-out bins are grouped by reason, what needs a planner first, each by name', () => {
  const all = [left('b', 'not_full'), left('a', 'not_full'), left('c', 'no_capacity')] as never
  const groups = leftOutGroups(all).map(({ code, bins }) => ({
    code,
    bins: byName(bins, (id) => id, new Intl.Collator('en')),
  }))
  expect(groups.map(({ code, bins }) => [code, bins.map((bin) => bin.container_id)])).toEqual([
    ['no_capacity', ['c']],
    ['not_full', ['a', 'b']],
  ])
})
