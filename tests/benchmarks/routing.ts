// How close to the best known solutions the optimiser comes on published instances, and how fast it
// searches. Every cost is that of the written solution, computed again from the instance's file alone.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Solution, verify } from '@bakwacht/routing'
import {
  type RoutingFile,
  RoutingFileError,
  readRoutingFile,
  readSol,
  recost,
  solText,
} from '@bakwacht/routing-files'
import { solveInThreads } from '@bakwacht/routing-threads'
import type { Report } from './figure.ts'
import { bestKnownOf, instancesIn, nameOf, setOf } from './routing/instances.ts'
import { type RoutingOptions, routingOptions } from './routing/options.ts'
import { UsageError } from './usage-error.ts'

type Benchmark = Extract<RoutingFile, { kind: 'benchmark' }>

const GAP = '% above best known'

export async function benchRouting(report: Report, args: readonly string[]): Promise<void> {
  const options = routingOptions(args)
  const gaps = new Map<string, number[]>()
  for (const file of instancesIn(options.paths)) {
    const gap = await reportInstance(report, file, options)
    if (gap !== undefined) gaps.set(setOf(file), [...(gaps.get(setOf(file)) ?? []), gap])
  }
  for (const [set, ofSet] of gaps)
    report({
      name: `${set}: mean of ${ofSet.length}`,
      value: ofSet.reduce((sum, gap) => sum + gap, 0) / ofSet.length,
      unit: GAP,
      detail: { worst: Math.max(...ofSet), seconds: options.seconds, threads: options.threads },
    })
}

/** @returns the gap in %; `undefined` where no solution or no best-known cost is there */
async function reportInstance(
  report: Report,
  file: string,
  options: RoutingOptions,
): Promise<number | undefined> {
  const benchmark = await read(file)
  const { solution, ...measured } = await measure(benchmark, options)
  const { cost, faults } = judged(benchmark, solution)
  const name = `${setOf(file)}/${nameOf(file)}`
  const detail = { cost, routes: solution.routes.length, ...measured }
  if (faults[0] !== undefined) {
    report({ name, value: faults.length, unit: `faults, e.g. ${faults[0]}`, detail })
    process.exitCode = 1
    return undefined
  }
  const published = bestKnownOf(file, options.bestKnown)
  if (published === undefined) {
    report({ name, value: cost, unit: 'cost, best known unknown', detail })
    return undefined
  }
  // Solomon's costs are published in whole and tenths, and counted in tenths.
  const best_known = benchmark.instance.format === 'solomon' ? published * 10 : published
  const gap = (100 * (cost - best_known)) / best_known
  report({ name, value: gap, unit: GAP, detail: { ...detail, best_known } })
  return gap
}

/** @throws UsageError for a file that is none of its format */
async function read(file: string): Promise<Benchmark> {
  const read = await readRoutingFile(basename(file), readFileSync(file, 'utf8'), () => {
    throw new Error('a benchmark needs no travel times')
  }).catch((cause: unknown) => {
    throw cause instanceof RoutingFileError ? new UsageError(cause.message, { cause }) : cause
  })
  if (read.kind === 'vroom') throw new Error(`${file}: got VROOM input, wanted .vrp or .txt`)
  return read
}

async function measure({ problem }: Benchmark, { seconds, threads, seed }: RoutingOptions) {
  const before = process.cpuUsage()
  const began = performance.now()
  const solution = await solveInThreads(problem, { seconds, threads, seed })
  const wall = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  return {
    solution,
    wall_s: thousandth(wall),
    cpu_s: thousandth((user + system) / 1e6),
    iterations_per_s: Math.round(solution.iterations / Math.max(solution.seconds, 1e-3)),
  }
}

const thousandth = (value: number) => Math.round(value * 1000) / 1000

/** @throws Error where the search breaks a rule of its problem, or is wrong about the cost */
function judged(benchmark: Benchmark, solution: Solution) {
  const { name } = benchmark.instance
  const [violation] = verify(benchmark.problem, solution)
  if (violation !== undefined) throw new Error(`${name}: ${violation.message}`)
  const written = readSol(name, solText(benchmark, solution))
  const judgement = recost(benchmark.instance, written.routes)
  if (Math.abs(judgement.cost - written.cost) > 1e-6 * Math.max(1, written.cost))
    throw new Error(`${name}: says it costs ${written.cost}, its routes cost ${judgement.cost}`)
  return judgement
}
