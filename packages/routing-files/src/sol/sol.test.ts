import { expect, test } from 'vitest'
import { recost } from '../benchmark/recost.ts'
import { solText } from '../routing-file.ts'
import { CVRP, HFVRP, MTVRPTWR, PCVRPTW, SOLOMON, VROOM } from '../testing/files.fixture.ts'
import { solveFile } from '../testing/solve-file.fixture.ts'
import { readSol } from './read-sol.ts'

test.each([
  ['a.vrp', CVRP, 54],
  ['a.vrp', PCVRPTW, 351],
  ['a.vrp', MTVRPTWR, 541],
  ['a.txt', SOLOMON, 128],
])('what is written is read again, and costs what it says: %s', async (name, text, best) => {
  const { file, solution } = await solveFile(name, text)
  if (file.kind === 'vroom') throw new Error('not a benchmark')
  const { routes, cost } = readSol('a.sol', solText(file, solution))
  expect(cost).toBe(best)
  expect(recost(file.instance, routes)).toEqual({ cost, faults: [] })
})

test('trips of one vehicle are parted by a bar', async () => {
  const { file, solution } = await solveFile('a.vrp', MTVRPTWR)
  const [route] = solText(file, solution).split('\n')
  expect(route).toMatch(/^Route #1: \d( \d)? \| \d( \d)?$/)
})

test('where vehicles differ, a route has its vehicle’s number, and who stays home an empty one', async () => {
  const large = HFVRP.replace('1 100\n2 5000', '1 900000\n2 0').replace('2 250', '2 100')
  const { file, solution } = await solveFile('a.vrp', large)
  expect(solText(file, solution)).toMatch(/^Route #1: \nRoute #2: (1 2 3|3 2 1)\nCost 40\n$/)
})

test('a VROOM file is answered with its job ids and the whole cost', async () => {
  const { file, solution } = await solveFile('a.json', VROOM)
  expect(solText(file, solution)).toMatch(/^Route #1: [\d |]+\nCost 610\n$/)
})

test('reads trips parted by the depot, as some publish them', () => {
  const text = 'Route #1: 20 0 10 100 0 3\nRoute #2: \nCost: 15.5\nOptimal: True\n'
  expect(readSol('a.sol', text)).toEqual({
    routes: [
      { vehicle: 1, trips: [[20], [10, 100], [3]] },
      { vehicle: 2, trips: [] },
    ],
    cost: 15.5,
  })
})

test('a solution without sense is refused with its line', () => {
  expect(() => readSol('a.sol', 'Route #1: 1 x\nCost 3')).toThrow(
    'a.sol, line 1, Route: got "x", wanted a whole number ≥ 1',
  )
  expect(() => readSol('a.sol', 'Route #1: 1')).toThrow('Cost: got "a file without it"')
})
