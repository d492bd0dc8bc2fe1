// One page that needs nothing else: no network, no script; a phone and a dark room are enough.
import { COST_PARTS } from '../../year/tally.ts'
import { FIGURE_NAMES } from '../figures.ts'
import type { Goal } from '../goals.ts'
import type { Report } from '../report.ts'
import type { Interval } from '../student.ts'
import { keyOf, lines, stackedBars } from './charts.ts'
import { escaped, shown, worded } from './html.ts'
import { style } from './style.ts'

export function pageOf(report: Report): string {
  const { made, world, policies } = report
  const names = policies.map(({ policy }) => policy)
  const title = `${made.containers} containers, ${made.days} days: ${world.name}`
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head><body>
<h1>${escaped(title)}</h1>
<p class="soft">${made.vehicles} vehicles · seeds ${made.seeds.join(', ')} · ${escaped(report.intervals)}</p>
<p>${escaped(world.about)}</p>
${report.goals.length === 0 ? '' : `<h2>What it has to show</h2>${goalTable(report.goals)}`}
<h2>What a year costs, €</h2>
<figure>${keyOf(COST_PARTS.map((part) => part.replaceAll('_', ' ')))}${stackedBars(
    names,
    COST_PARTS.map((part) => ({
      name: part.replaceAll('_', ' '),
      values: policies.map(({ cost_eur }) => cost_eur[part]),
    })),
  )}<figcaption>Means over the seeds. “Put off” is what more lies in the bins at the end than at the beginning.</figcaption></figure>
<h2>All figures</h2>${figureTable(report)}
<h2>How full a bin is when it is emptied</h2>
<figure>${keyOf(names)}${lines(
    (policies[0]?.histogram ?? []).map((_, n) => `${n * 10}`),
    policies.map(({ policy, histogram }) => ({
      name: policy,
      values: histogram.map((share) => 100 * share),
    })),
  )}<figcaption>Percent of stops; fill in steps of ten points, from … %.</figcaption></figure>
<h2>Month by month, €</h2>
<figure>${keyOf(names)}${lines(
    (policies[0]?.months ?? []).map(({ month }) => month.slice(5)),
    policies.map(({ policy, months }) => ({
      name: policy,
      values: months.map(({ cost_eur }) => cost_eur),
    })),
  )}<figcaption>Overflows and damp count in the month in which the bin is emptied.</figcaption></figure>
<h2>The world</h2>
<details><summary>Every number and where it comes from</summary><pre>${escaped(JSON.stringify(world, null, 2))}</pre></details>
</body></html>
`
}

function goalTable(goals: readonly Goal[]): string {
  const rows = goals.map(({ against, what, wanted, measured, unit, met }) => {
    const bound = wanted.startsWith('at least') ? measured.lower95 : measured.upper95
    const verdict = met === null ? 'one seed: open' : met ? 'met' : 'missed'
    return `<tr><td>${worded(what)} against ${escaped(against)}</td><td>${escaped(wanted)}</td><td>${shown(measured.mean)} ${unit}</td><td>${bound === null ? '–' : `${shown(bound)} ${unit}`}</td><td>${verdict}</td></tr>`
  })
  return table(['bakwacht', 'wanted', 'mean', '95 % bound', ''], rows)
}

function figureTable({ policies }: Report): string {
  const rows = FIGURE_NAMES.map((name) => {
    const cells = policies.map(({ figures }) => `<td>${cell(figures[name])}</td>`)
    return `<tr><td>${worded(name)}</td>${cells.join('')}</tr>`
  })
  return table(['', ...policies.map(({ policy }) => policy)], rows)
}

const cell = ({ mean, low, high }: Interval): string =>
  `${shown(mean)}${low === null || high === null ? '' : `<small>${shown(low)} to ${shown(high)}</small>`}`

const table = (head: readonly string[], rows: readonly string[]): string =>
  `<div class="scroll"><table><thead><tr>${head
    .map((name) => `<th scope="col">${escaped(name)}</th>`)
    .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`
