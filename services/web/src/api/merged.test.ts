import { expect, test } from 'vitest'
import { changedFields, merged } from './merged.ts'

const base = { name: 'Markt', note: null, open: { from: '07:00', to: '18:00' }, days: [1, 2, 3] }

test('what others changed stays, and what was changed here goes over it', () => {
  const own = { ...base, name: 'Markt 12', days: [1, 2, 3] }
  const theirs = { ...base, name: 'Grote Markt', open: { from: '06:00', to: '18:00' } }
  expect(merged(base, own, theirs)).toEqual({ ...theirs, name: 'Markt 12' })
})

test('of lists, what either added is there, and what either removed is not', () => {
  const own = { ...base, days: [1, 3, 5] }
  const theirs = { ...base, days: [1, 2, 5, 6] }
  expect(merged(base, own, theirs).days).toEqual([1, 5, 6])
})

test('a list that was none before is as it was made here', () => {
  const open = { name: 'Markt', types: null as readonly string[] | null }
  expect(merged(open, { ...open, types: ['van'] }, { ...open, types: ['truck'] }).types).toEqual([
    'van',
  ])
})

test('only fields that say something else count as changed', () => {
  const theirs = { ...base, note: 'behind the church', open: { from: '07:00', to: '18:00' } }
  expect(changedFields(base, theirs)).toEqual(['note'])
  expect(changedFields(base, { ...base })).toEqual([])
})
