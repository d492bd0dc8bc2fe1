import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { temporaryFolder } from '@bakwacht/test-support'
import { afterAll, expect, test } from 'vitest'

const folder = temporaryFolder('bench')
afterAll(folder.remove)
const main = join(import.meta.dirname, 'main.ts')
const bench = (...args: string[]) => promisify(execFile)(process.execPath, [main, ...args])

const instance = join(folder.path, 'square.vrp')
writeFileSync(
  instance,
  `NAME : square
TYPE : CVRP
DIMENSION : 3
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 8
NODE_COORD_SECTION
1 0 0
2 0 10
3 10 0
DEMAND_SECTION
1 0
2 4
3 4
DEPOT_SECTION
1
EOF
`,
)

test('routing: one JSON line an instance with its gap to the best known, and the mean', async () => {
  const known = join(folder.path, 'known.json')
  writeFileSync(known, JSON.stringify({ 'of/square': { bks: 32 } }))
  const options = ['--seconds', '0.1', '--best-known', known, '--json']
  const { stdout } = await bench('routing', folder.path, ...options)
  const [one, mean] = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(one).toMatchObject({ value: 6.25, cost: 34, best_known: 32, routes: 1 })
  expect(one.name).toMatch(/\/square$/)
  expect(one.wall_s).toBeGreaterThan(0.1)
  expect(one.iterations_per_s).toBeGreaterThan(0)
  expect(mean).toMatchObject({ value: 6.25, unit: '% above best known', worst: 6.25 })
})

test('help is no failure', async () => {
  const { stdout } = await bench('--help')
  expect(stdout).toContain('npm run bench -- ingest|queries|')
})

test('wrong usage is exit code 2 with what was got and wanted', async () => {
  const refused = async (...args: string[]) =>
    expect(await bench(...args).catch((error: unknown) => error)).toMatchObject({ code: 2 })
  await refused('routing')
  await refused('routing', join(folder.path, 'nowhere'))
  await refused('routing', instance, '--threads', '0')
  await refused('routing', join(import.meta.dirname, '../package.json'))
  const broken = join(folder.path, 'broken.vrp')
  writeFileSync(broken, 'TYPE : CVRP\nDIMENSION : many\n')
  await refused('routing', broken)
  await refused('queries', '--seconds', '3')
  await refused('everything')
})
