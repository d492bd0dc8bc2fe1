// `npm run bench -- ingest|queries|month|memory [--json]`: measures on this machine, prints, judges nothing.

import { reporter } from './figure.ts'
import { benchIngest } from './ingest.ts'
import { benchMemory } from './memory.ts'
import { benchMonth } from './month.ts'
import { benchQueries } from './queries.ts'

const benchmarks = {
  ingest: benchIngest,
  queries: benchQueries,
  month: benchMonth,
  memory: benchMemory,
}
const names = Object.keys(benchmarks)

const [name = '', ...options] = process.argv.slice(2)
const unknown = options.filter((option) => option !== '--json')
if (!(name in benchmarks) || unknown.length > 0) {
  const got = unknown[0] ?? (name === '' ? 'nothing' : name)
  console.error(`got ${got}, wanted: npm run bench -- ${names.join('|')} [--json]`)
  process.exit(2)
}
await benchmarks[name as keyof typeof benchmarks](reporter(options.includes('--json')))
