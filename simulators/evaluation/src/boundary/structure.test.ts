import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..')
const KNOWS_THE_FUTURE = ['oracle.ts']
/** In another folder, or in the simulated world's package. */
const OF_THE_WORLD = /['"](\.\.\/truth\/|@bakwacht\/simulators)/

test('no policy but the oracle imports from the world', () => {
  const files = ['policies', 'backend', 'operator', 'boundary'].flatMap((folder) =>
    globSync(join(src, folder, '**/*.ts')),
  )
  const offenders = files
    .filter((file) => !KNOWS_THE_FUTURE.includes(basename(file)) && !file.endsWith('.test.ts'))
    .filter((file) => OF_THE_WORLD.test(readFileSync(file, 'utf8')))
  expect(files.length).toBeGreaterThan(8)
  expect(offenders).toEqual([])
})
