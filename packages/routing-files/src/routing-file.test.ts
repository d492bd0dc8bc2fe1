import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { solve, verify } from '@bakwacht/routing'
import { sharedData } from '@bakwacht/test-support'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { recost } from './benchmark/recost.ts'
import { readRoutingFile, solText } from './routing-file.ts'
import { RoutingFileError } from './routing-file-error.ts'
import { readSol } from './sol/read-sol.ts'
import { FILES, inDegrees } from './testing/files.fixture.ts'

/** A file with something cut out, doubled, or written over. */
const mutilated = fc
  .record({
    file: fc.constantFrom(...FILES),
    at: fc.nat(1000),
    length: fc.nat(40),
    instead: fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom('', '-1', '1e99', 'NaN', '\n', '99999999', '"', 'null', '0', ' 2 3 '),
    ),
  })
  .map(({ file: [name, text], at, length, instead }): [name: string, text: string] => {
    const from = at % text.length
    return [name, text.slice(0, from) + instead + text.slice(from + length)]
  })

test('a mutilated file is refused as such, or poses a problem that can be searched', async () => {
  await fc.assert(
    fc.asyncProperty(mutilated, async ([name, text]) => {
      const read = await readRoutingFile(name, text, inDegrees).catch((error: unknown) => error)
      if (read instanceof RoutingFileError) expect(read.message).toContain(`${name}, `)
      else if (read instanceof Error) throw read
      else {
        const { problem } = read as Awaited<ReturnType<typeof readRoutingFile>>
        solve(problem, { seed: 1, iterations: 0, clock: () => 0 })
      }
    }),
    { numRuns: 2000 },
  )
})

test('a file is told by its ending, and others are refused', async () => {
  await expect(readRoutingFile('routes.csv', '', inDegrees)).rejects.toThrow(
    'routes.csv, its name: got ".csv", wanted .json (VROOM), .vrp or .txt (Solomon)',
  )
})

const data = sharedData('routing')
const folders = ['cvrplib-x', 'solomon', 'mtvrptwr', 'pcvrptw', 'hfvrp']
const published = data === undefined ? [] : folders.map((folder) => join(data, folder))
const smallOnes = published
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => /\.(vrp|txt)$/.test(path) && readFileSync(path).length < 4000)

test
  .skipIf(data === undefined)
  .each(smallOnes.length > 0 ? smallOnes : ['(../shared/data is absent)'])(
  'what is found for a published instance costs what it says: %s',
  async (path) => {
    const file = await readRoutingFile(path, readFileSync(path, 'utf8'), inDegrees)
    if (file.kind === 'vroom') throw new Error('not a benchmark')
    const solution = solve(file.problem, { seed: 1, iterations: 300, clock: () => 0 })
    expect(verify(file.problem, solution)).toEqual([])
    const { routes, cost } = readSol('a.sol', solText(file, solution))
    const judged = recost(file.instance, routes)
    expect(judged.cost).toBeCloseTo(cost, 5)
    const missing = judged.faults.filter((fault) => !fault.endsWith('is not served'))
    expect(missing).toEqual([])
  },
)
