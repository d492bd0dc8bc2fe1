// The command: understands its arguments, lets the years pass, writes what came of them.
import { mkdir, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { type CommandProcess, type ExitCode, exitCodeOf, progressOn } from '@bakwacht/command-line'
import { pageOf } from '../report/page/page.ts'
import { type Report, reportOf } from '../report/report.ts'
import { summaryOf } from '../report/summary.ts'
import { inThreads } from '../threads/in-threads.ts'
import { readWorld } from '../truth/world-file.ts'
import type { Experiment } from '../year/experiment.ts'
import { help } from './help.ts'
import { type EvaluationOptions, parseOptions } from './options.ts'

export async function command(process: CommandProcess): Promise<ExitCode> {
  const { args, out, err } = process
  try {
    const options = parseOptions(args, availableParallelism())
    if (options.kind === 'help') out(help())
    else out(await evaluated(options, process))
    return 0
  } catch (error) {
    return exitCodeOf(error, err)
  }
}

async function evaluated(options: EvaluationOptions, process: CommandProcess): Promise<string> {
  const { out, threads, quiet } = options
  const world = readWorld(options.world)
  await mkdir(out, { recursive: true })
  const experiments = experimentsOf(options)
  const progress = progressOn(process.terminal, process.now, { quiet })
  let done = 0
  try {
    const years = await inThreads(experiments, {
      count: threads,
      signal: process.signal,
      onYear: ({ policy, seed }) =>
        progress.show(++done / experiments.length, `${policy}, seed ${seed}`),
    })
    const report = reportOf(madeWith(options), world, years)
    await writeFile(join(out, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
    await writeFile(join(out, 'report.html'), pageOf(report))
    return `${summaryOf(report)}${join(out, 'report.html')}\n`
  } finally {
    progress.end()
  }
}

function experimentsOf(options: EvaluationOptions): readonly Experiment[] {
  const { seeds: _, ...common } = madeWith(options)
  return options.seeds.flatMap((seed) =>
    options.policies.map((policy) => ({ ...common, seed, policy })),
  )
}

const madeWith = (options: EvaluationOptions): Report['made'] => ({
  worldFile: options.world,
  containers: options.containers,
  days: options.days,
  vehicles: options.vehicles,
  weatherFile: options.weather,
  seeds: options.seeds,
})
