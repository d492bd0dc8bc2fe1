import { expect, test } from 'vitest'
import { problemOf } from '../benchmark/problem-of.ts'
import { SOLOMON } from '../testing/files.fixture.ts'
import { readSolomon } from './read-solomon.ts'

test('distances and times in tenths, truncated; as many vehicles as the file has', () => {
  const { jobs, vehicles, matrices } = problemOf(readSolomon('t.txt', SOLOMON))
  expect([...(matrices[0]?.distances ?? [])]).toEqual([0, 50, 14, 50, 0, 36, 14, 36, 0])
  expect(jobs[1]).toMatchObject({ id: '2', serviceS: 100, windows: [[200, 600]], load: [6] })
  expect(vehicles).toHaveLength(2)
  expect(vehicles[0]).toMatchObject({ shift: [0, 1000], capacity: [10] })
})

test('reads what was written on Windows', () => {
  const text = `\uFEFF${SOLOMON.replaceAll('\n', '\r\n')}`
  expect(readSolomon('t.txt', text)).toEqual(readSolomon('t.txt', SOLOMON))
})

const bad: [what: string, text: string, message: string][] = [
  [
    'a word',
    SOLOMON.replace('1      3 ', '1      x '),
    't.txt, line 11, XCOORD.: got "x", wanted a number',
  ],
  ['a value missing', SOLOMON.replace('60         10', '60'), 'line 12, CUSTOMER: got "2 '],
  [
    'a gap in the numbers',
    SOLOMON.replace('    2      1', '    3      1'),
    'line 12, CUST NO.: got 3, wanted 2',
  ],
  [
    'a window that closes first',
    SOLOMON.replace('20        60', '70        60'),
    'line 12, DUE DATE: got 60, wanted 70',
  ],
  [
    'no vehicles',
    SOLOMON.replace('  2         10', '  0         10'),
    'line 5, VEHICLE NUMBER: got "0", wanted a whole number ≥ 1',
  ],
  ['no table of customers', SOLOMON.replace('CUSTOMER', ''), 'CUSTOMER: got "a file without it"'],
  ['nothing', '', 'VEHICLE: got "a file without it"'],
]

test.each(bad)('%s is refused with line and field', (_, text, message) => {
  expect(() => readSolomon('t.txt', text)).toThrow(message)
})
