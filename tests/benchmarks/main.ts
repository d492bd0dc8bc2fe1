// `npm run bench -- NAME [--json] …`: measures on this machine, prints, judges nothing.
import { type Report, reporter } from './figure.ts'
import { benchHorizon } from './horizon.ts'
import { benchIngest } from './ingest.ts'
import { benchMemory } from './memory.ts'
import { benchMonth, benchMonthOnPostgres } from './month.ts'
import { benchPlanning } from './planning.ts'
import { benchQueries } from './queries.ts'
import { benchRoads } from './roads.ts'
import { benchRouting } from './routing.ts'
import { UsageError } from './usage-error.ts'

const benchmarks: Record<string, (report: Report, args: readonly string[]) => Promise<void>> = {
  ingest: withoutOptions(benchIngest),
  queries: withoutOptions(benchQueries),
  month: withoutOptions(benchMonth),
  'month-postgres': withoutOptions(benchMonthOnPostgres),
  memory: withoutOptions(benchMemory),
  routing: benchRouting,
  horizon: benchHorizon,
  planning: withoutOptions(benchPlanning),
  roads: benchRoads,
}

function withoutOptions(bench: (report: Report) => Promise<void>) {
  return (report: Report, [unknown]: readonly string[]) => {
    if (unknown !== undefined) throw new UsageError(`got ${unknown}, wanted --json or nothing`)
    return bench(report)
  }
}

const [name = 'nothing', ...args] = process.argv.slice(2)
try {
  const bench = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (bench === undefined)
    throw new UsageError(
      `got ${name}, wanted: npm run bench -- ${Object.keys(benchmarks).join('|')} [--json]`,
    )
  const others = args.filter((arg) => arg !== '--json')
  await bench(reporter(others.length < args.length), others)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}
