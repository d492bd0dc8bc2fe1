import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'

const src = join(import.meta.dirname, '..')
const KNOWS_THE_FUTURE = ['oracle.ts', 'tuned-schedule.ts']

test('no policy but the oracle, and the tuning of schedules on another year, imports from the world', () => {
  const files = ['policies', 'backend', 'operator', 'boundary'].flatMap((folder) =>
    globSync(join(src, folder, '**/*.ts')),
  )
  const offenders = files
    .filter((file) => !KNOWS_THE_FUTURE.includes(basename(file)) && !file.endsWith('.test.ts'))
    .filter((file) =>
      /from '(\.\.\/truth\/|@bakwacht\/simulators)/.test(readFileSync(file, 'utf8')),
    )
  expect(files.length).toBeGreaterThan(8)
  expect(offenders).toEqual([])
})
