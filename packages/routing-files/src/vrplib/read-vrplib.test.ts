import { expect, test } from 'vitest'
import { problemOf } from '../benchmark/problem-of.ts'
import { CVRP, EXPLICIT, HFVRP, MTVRPTWR, PCVRPTW } from '../testing/files.fixture.ts'
import { readVrplib } from './read-vrplib.ts'

const problem = (text: string) => problemOf(readVrplib('a.vrp', text))
const table = (text: string) => [...(problem(text).matrices[0]?.distances ?? [])]

test('CVRP: distances rounded to integers, mandatory stops, vehicles to spare', () => {
  expect(table(CVRP)).toEqual([0, 10, 14, 10, 10, 0, 10, 14, 14, 10, 0, 10, 10, 14, 10, 0])
  const { jobs, vehicles } = problem(CVRP)
  expect(jobs.map(({ id, load, prize }) => [id, load, prize])).toEqual([
    ['1', [4], null],
    ['2', [4], null],
    ['3', [4], null],
  ])
  expect(vehicles).toHaveLength(3)
  expect(vehicles[0]).toMatchObject({ capacity: [8], cost: { fixed: 0, perM: 1, perS: 0 } })
})

test('one table serves as distances and durations, in four bytes a number', () => {
  const [matrix] = problem(CVRP).matrices
  expect(matrix?.durations).toBe(matrix?.distances)
  expect(matrix?.distances).toBeInstanceOf(Int32Array)
})

test.each([
  ['LOWER_ROW', '5\n7 3', [0, 5, 7, 5, 0, 3, 7, 3, 0]],
  ['LOWER_DIAG_ROW', '0 5 0\n7 3 0', [0, 5, 7, 5, 0, 3, 7, 3, 0]],
  ['UPPER_ROW', '5 7 3', [0, 5, 7, 5, 0, 3, 7, 3, 0]],
  ['UPPER_DIAG_ROW', '9999 5 7\n0 3\n0', [0, 5, 7, 5, 0, 3, 7, 3, 0]],
  ['FULL_MATRIX', '0 5 7\n6 0 3\n8 4 0', [0, 5, 7, 6, 0, 3, 8, 4, 0]],
])('explicit weights as %s', (format, weights, expected) => {
  expect(table(EXPLICIT.replace('LOWER_ROW', format).replace('5\n7 3', weights))).toEqual(expected)
})

test('HFVRP: money in hundredths, exact distances, vehicles in the order of the file', () => {
  const { vehicles } = problem(HFVRP)
  expect(vehicles.map(({ id, capacity, cost }) => [id, capacity, cost])).toEqual([
    ['1', [4], { fixed: 1, perM: 1, perS: 0 }],
    ['2', [12], { fixed: 50, perM: 2.5, perS: 0 }],
  ])
  expect(table(HFVRP)[2]).toBe(Math.sqrt(200))
})

test('PCVRPTW: all in tenths; a prize of 0 is no prize', () => {
  const { jobs } = problem(PCVRPTW)
  expect(jobs.map(({ prize, serviceS, windows }) => [prize, serviceS, windows])).toEqual([
    [10, 50, [[0, 1000]]],
    [null, 50, [[0, 1000]]],
    [500, 50, [[0, 1000]]],
  ])
  expect(table(PCVRPTW)[2]).toBe(141)
})

test('MTVRPTWR: releases, and the depot as the place to load again', () => {
  const { jobs, vehicles } = problem(MTVRPTWR)
  expect(jobs.map(({ releaseS }) => releaseS)).toEqual([0, 0, 800])
  expect(vehicles).toHaveLength(1)
  expect(vehicles[0]?.unloads).toEqual([{ location: 0, serviceS: 0, windows: [[0, 10_000]] }])
})

const bad: [what: string, text: string, message: string][] = [
  [
    'a word',
    CVRP.replace('2 0 10', '2 O 10'),
    'a.vrp, line 9, NODE_COORD_SECTION of 2: got "O", wanted a number',
  ],
  [
    'a value too many',
    CVRP.replace('2 4', '2 4 4'),
    'line 14, DEMAND_SECTION: got "2 4 4", wanted 2 values',
  ],
  [
    'a negative demand',
    CVRP.replace('2 4', '2 -4'),
    'line 14, DEMAND_SECTION of 2: got "-4", wanted a number ≥ 0',
  ],
  [
    'a node that is none',
    CVRP.replace('4 10 0', '5 10 0'),
    'line 11, NODE_COORD_SECTION: got "5", wanted 1 … 4',
  ],
  [
    'a node twice',
    CVRP.replace('3 10 10', '2 10 10'),
    'line 10, NODE_COORD_SECTION: got "2 again", wanted each once',
  ],
  [
    'a row missing',
    CVRP.replace('4 4\n', ''),
    'line 12, DEMAND_SECTION: got "3 rows", wanted 4 rows',
  ],
  [
    'no capacity',
    CVRP.replace('CAPACITY : 8\n', ''),
    'CAPACITY: got "a file without it", wanted CAPACITY',
  ],
  [
    'another type',
    CVRP.replace(': CVRP', ': ACVRP'),
    'line 3, TYPE: got "ACVRP", wanted CVRP, VRPTW',
  ],
  [
    'a constraint that is unknown',
    CVRP.replace('CAPACITY', 'DISTANCE : 9\nCAPACITY'),
    'line 6, DISTANCE: got "DISTANCE : 9", wanted one of',
  ],
  [
    'another metric',
    CVRP.replace('EUC_2D', 'GEO'),
    'line 5, EDGE_WEIGHT_TYPE: got "GEO", wanted EUC_2D, EXPLICIT',
  ],
  ['a second depot', CVRP.replace(' -1', ' 2\n -1'), 'DEPOT_SECTION: got "1 2", wanted node 1'],
  [
    'weights missing',
    EXPLICIT.replace('7 3', '7'),
    'line 7, EDGE_WEIGHT_SECTION: got "2 numbers", wanted 3 for 3 nodes',
  ],
  [
    'a window that closes first',
    PCVRPTW.replace('2 0 100', '2 200 100'),
    'TIME_WINDOW_SECTION of 2: got "200 100"',
  ],
  ['a reload elsewhere', MTVRPTWR.replace('1 1\nNODE', '1 2\nNODE'), 'wanted node 1, the depot'],
  ['nothing', '', 'line 1, DIMENSION: got "a file without it", wanted DIMENSION'],
  [
    'no file of the kind',
    '{"jobs": []}',
    'line 1, header: got "{"jobs": []}", wanted "KEY : VALUE"',
  ],
]

test.each(bad)('%s is refused with line, field, what was got and wanted', (_, text, message) => {
  expect(() => readVrplib('a.vrp', text)).toThrow(message)
})
