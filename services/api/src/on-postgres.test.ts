// What depends on the stores, once more on PostgreSQL: each of these files' tests runs here too.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { available } from '@bakwacht/test-support'
import { describe } from 'vitest'
import { runOnPostgres } from './stores.fixture.ts'

const folders = ['routes', 'auth', 'fleet', 'explanation']
const files = folders.flatMap((folder) =>
  globSync(`${folder}/*.test.ts`, { cwd: import.meta.dirname }),
)

describe.skipIf(!available('postgres'))('on PostgreSQL', async () => {
  runOnPostgres()
  for (const file of files.sort()) await import(join(import.meta.dirname, file))
})
