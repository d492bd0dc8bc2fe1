import type { Solution } from '@bakwacht/routing'
import { type RoutingFile, vroomAnswer } from '../routing-file.ts'

/** Enough to tell by; the rest is a number. */
const NAMED = 10

/** What was found, for people. */
export function summaryText(name: string, file: RoutingFile, solution: Solution): string {
  const { summary, unassigned } = vroomAnswer(file, solution, 0)
  const cost = summary.cost + summary.unassigned_cost
  const served = file.problem.jobs.length - unassigned.length
  const lines = [
    `${name}: ${plural(served, 'stop')} on ${plural(summary.routes, 'route')}, cost ${shown(cost)}`,
    `${plural(solution.iterations, 'iteration')} in ${solution.seconds.toFixed(1)} s, seed ${solution.seed}`,
  ]
  if (file.kind === 'vroom' && file.travelTimes === 'estimate')
    lines.push('no matrices given: travel times are estimated from the calibrated straight line')
  if (unassigned.length > 0) {
    const named = unassigned.slice(0, NAMED).map(({ id, reason }) => `${id} (${reason})`)
    const more = unassigned.length > NAMED ? ', …' : ''
    lines.push(`left out: ${plural(unassigned.length, 'stop')}: ${named.join(', ')}${more}`)
  }
  return `${lines.join('\n')}\n`
}

const shown = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 2 })
const plural = (count: number, noun: string) => `${shown(count)} ${noun}${count === 1 ? '' : 's'}`
