// `npm run bench -- NAME [--json] …`: measures on this machine, prints, judges nothing.
import { benchAnalyse } from './analyse.ts'
import { benchDamp } from './damp.ts'
import { benchDay } from './day.ts'
import { type Report, reporter } from './figure.ts'
import { benchForecast } from './forecast.ts'
import { benchHealth } from './health.ts'
import { benchHorizon } from './horizon.ts'
import { benchIngest } from './ingest.ts'
import { benchMemory } from './memory.ts'
import { benchMonth, benchMonthOnPostgres } from './month.ts'
import { benchPages } from './pages.ts'
import { benchPlanning } from './planning.ts'
import { benchQueries } from './queries.ts'
import { benchRoads } from './roads.ts'
import { benchRouting } from './routing.ts'
import { benchSignal } from './signal.ts'
import { UsageError } from './usage-error.ts'

const benchmarks: Record<string, (report: Report, args: readonly string[]) => Promise<void>> = {
  ingest: withoutOptions(benchIngest),
  queries: withoutOptions(benchQueries),
  month: withoutOptions(benchMonth),
  'month-postgres': withoutOptions(benchMonthOnPostgres),
  memory: withoutOptions(benchMemory),
  routing: benchRouting,
  pages: withoutOptions(benchPages),
  horizon: benchHorizon,
  forecast: benchForecast,
  planning: withoutOptions(benchPlanning),
  roads: benchRoads,
  day: benchDay,
  damp: benchDamp,
  health: benchHealth,
  analyse: withoutOptions(benchAnalyse),
  signal: withoutOptions(benchSignal),
}

function withoutOptions(bench: (report: Report) => Promise<void>) {
  return (report: Report, [unknown]: readonly string[]) => {
    if (unknown !== undefined) throw new UsageError(`got ${unknown}, wanted --json or nothing`)
    return bench(report)
  }
}

const USAGE = `npm run bench -- ${Object.keys(benchmarks).join('|')} [--json]`
const HELP = `${USAGE}

Measures on this machine and prints what it finds; --json: one JSON line a figure. roads, routing and
horizon need files, and name what they want. What was measured so far: docs/benchmarks.md.
Exit codes: 0 done, 1 failed, 2 wrong usage.`

const [name = 'nothing', ...args] = process.argv.slice(2)
try {
  if (name === '--help') console.log(HELP)
  else await measure(name, args)
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  console.error(error.message)
  process.exitCode = 2
}

function measure(name: string, args: readonly string[]): Promise<void> {
  const bench = Object.hasOwn(benchmarks, name) ? benchmarks[name] : undefined
  if (bench === undefined) throw new UsageError(`got ${name}, wanted: ${USAGE}`)
  const others = args.filter((arg) => arg !== '--json')
  return bench(reporter(others.length < args.length), others)
}
