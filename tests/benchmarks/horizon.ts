// Several days planned at once, visits spread by contract: published instances, against their best bounds.
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { planHorizon } from '@bakwacht/planning'
import { verify } from '@bakwacht/routing'
import type { Report } from './figure.ts'
import { readBounds } from './horizon/bounds.ts'
import { judge } from './horizon/judge.ts'
import { problemOf, readPvrpif } from './horizon/pvrpif-file.ts'
import { UsageError } from './usage-error.ts'

const USAGE = 'FOLDER of .geojson instances with their README.md [--seconds S] [--seed N]'

export async function benchHorizon(report: Report, args: readonly string[]): Promise<void> {
  const { folder, seconds, seed } = optionsIn(args)
  const bounds = readBounds(join(folder, 'README.md'))
  const gaps: number[] = []
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.geojson'))
    .sort()) {
    const instance = readPvrpif(join(folder, file))
    const name = basename(file, '.geojson')
    const problem = problemOf(instance)
    const begun = performance.now()
    const clock = () => performance.now()
    const plan = planHorizon(problem, { seconds, random: uniform(seed), clock })
    const took = (performance.now() - begun) / 1000
    const { cost, faults } = judge(instance, plan)
    for (const [day, solution] of plan.days.entries()) {
      const jobs = problem.jobs
        .filter(({ job }) => plan.patternOf.get(job.id)?.includes(day))
        .map(({ job }) => job)
      const violations = verify(
        { ...(problem.days[day] ?? { matrices: [], vehicles: [], fixed: [] }), jobs },
        solution,
      )
      if (violations.length > 0)
        throw new Error(`${name}, day ${day}: ${JSON.stringify(violations[0])}`)
    }
    if (faults.length > 0) throw new Error(`${name}: ${faults[0]}`)
    const { upper = Number.NaN, lower = Number.NaN } = bounds.get(name) ?? {}
    const gap = (100 * (cost - upper)) / upper
    gaps.push(gap)
    report({
      name: `horizon/${name}`,
      value: gap,
      unit: '% above the best upper bound',
      goal: '<= 3',
      detail: { cost, upper, lower, seconds: took, moves: plan.moves },
    })
  }
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  report({ name: 'horizon: mean', value: mean, unit: '%', detail: { instances: gaps.length } })
}

function optionsIn(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { seconds: { type: 'string' }, seed: { type: 'string' } },
    })
    const [folder, more] = positionals
    const [seconds, seed] = [Number(values.seconds ?? 60), Number(values.seed ?? 1)]
    if (folder === undefined || more !== undefined || !existsSync(join(folder, 'README.md')))
      throw new UsageError(`got ${folder ?? 'nothing'}, wanted: ${USAGE}`)
    if (!(seconds > 0) || !Number.isInteger(seed))
      throw new UsageError(
        `got --seconds ${values.seconds} --seed ${values.seed}, wanted: ${USAGE}`,
      )
    return { folder, seconds, seed }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${error instanceof Error ? error.message : error}, wanted: ${USAGE}`)
  }
}

/** Mulberry32: any seed gives its own numbers in [0, 1). */
function uniform(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
