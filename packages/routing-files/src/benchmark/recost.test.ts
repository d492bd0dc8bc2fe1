import { readFileSync } from 'node:fs'
import { sharedData } from '@bakwacht/test-support'
import { expect, test } from 'vitest'
import { readSol } from '../sol/read-sol.ts'
import { readSolomon } from '../solomon/read-solomon.ts'
import { CVRP, HFVRP, MTVRPTWR, PCVRPTW } from '../testing/files.fixture.ts'
import { readVrplib } from '../vrplib/read-vrplib.ts'
import { recost } from './recost.ts'

const judge = (text: string, ...trips: number[][][]) =>
  recost(
    readVrplib('a.vrp', text),
    trips.map((ofVehicle, i) => ({ vehicle: i + 1, trips: ofVehicle })),
  )

test('each convention counts its own way', () => {
  expect(judge(CVRP, [[1, 2]], [[3]])).toEqual({ cost: 10 + 10 + 14 + 20, faults: [] })
  const exact = (100 + 100 * 20 + 5000 + 250 * (10 + 10 + Math.sqrt(200))) / 100
  const { cost, faults } = judge(HFVRP, [[3]], [[1, 2]])
  expect([cost, faults]).toEqual([expect.closeTo(exact, 9), []])
  expect(judge(PCVRPTW, [[2]])).toEqual({ cost: 2 * 141 + 10 + 500, faults: [] })
  expect(judge(MTVRPTWR, [[1, 2], [3]])).toEqual({ cost: 341 + 200, faults: [] })
})

test('every rule that is broken is named', () => {
  expect(judge(CVRP, [[1, 2, 3]]).faults).toEqual(['vehicle 1 carries 12 of 8'])
  expect(judge(CVRP, [[1, 2]], [[1]]).faults).toEqual([
    'customer 1 is served 2 times',
    'customer 3 is not served',
  ])
  expect(judge(CVRP, [[1], [2, 3]]).faults).toEqual(['vehicle 1 may not load again'])
  expect(judge(CVRP, [[1, 2]], [[3, 9]]).faults).toContain('there is no customer 9')
  expect(judge(PCVRPTW, [[1]]).faults).toEqual(['customer 2 is not served'])
  const tight = MTVRPTWR.replace('4 0 500', '4 0 60')
  expect(judge(tight, [[1, 2], [3]]).faults).toEqual(['vehicle 1 serves 3 at 900, after 600'])
  const early = MTVRPTWR.replace('1 0 1000', '1 0 99')
  expect(judge(early, [[1, 2], [3]]).faults).toEqual(['vehicle 1 is back at 1050, after 990'])
  expect(judge(HFVRP, [[3]], [[1, 2]], [[1]]).faults).toContain('there is no vehicle 3')
})

/** The solution of Solomon's C101 that is known to be optimal, and its cost to one decimal: 827.3. */
const C101 = `Route #1: 5 3 7 8 10 11 9 6 4 2 1 75
Route #2: 13 17 18 19 15 16 14 12
Route #3: 20 24 25 27 29 30 28 26 23 22 21
Route #4: 32 33 31 35 37 38 39 36 34
Route #5: 43 42 41 40 44 46 45 48 51 50 52 49 47
Route #6: 57 55 54 53 56 58 60 59
Route #7: 67 65 63 62 74 72 61 64 68 66 69
Route #8: 81 78 76 71 70 73 77 79 80
Route #9: 90 87 86 83 82 84 85 88 89 91
Route #10: 98 96 95 94 92 93 97 100 99
Cost 8273
`

const file = sharedData('routing/solomon/C101.txt')
test.skipIf(file === undefined)(
  `the optimum of C101 costs what is published${file === undefined ? ' (../shared/data is absent)' : ''}`,
  () => {
    const { routes, cost } = readSol('C101.sol', C101)
    const instance = readSolomon('C101.txt', readFileSync(file ?? '', 'utf8'))
    expect(recost(instance, routes)).toEqual({ cost, faults: [] })
  },
)
