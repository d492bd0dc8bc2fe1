import type { Report } from './report.ts'
import type { Interval } from './student.ts'

/** A few lines for the terminal. */
export function summaryOf({ policies, goals, years }: Report): string {
  const head = row('policy', 'cost €', 'km/t', 'stops', 'fill %', 'over h', 'damp kg')
  const rows = policies.map(({ policy, figures }) =>
    row(
      policy,
      ...[figures.cost_eur, figures.km_per_tonne, figures.stops].map(mean),
      ...[figures.fill_at_emptying_pct, figures.overflow_hours, figures.damp_lost_kg].map(mean),
    ),
  )
  const told = goals.map(({ against, what, wanted, measured, unit, met }) => {
    const bound = wanted.startsWith('at least') ? measured.lower95 : measured.upper95
    const verdict = met === null ? 'open (one seed)' : met ? 'met' : 'missed'
    const value = `${measured.mean.toFixed(1)} ${unit}`
    return `${what} against ${against}: ${value} (bound ${bound?.toFixed(1) ?? '–'}), wanted ${wanted}: ${verdict}`
  })
  const most = (of: (year: Report['years'][number]) => number) => Math.max(...years.map(of))
  const used = `a policy-year took up to ${most((year) => year.cpu_seconds).toFixed(1)} s of one core and ${most((year) => year.heap_mb).toFixed(0)} MB of heap`
  return `${[head, ...rows, '', ...told, used].join('\n')}\n`
}

const mean = (interval: Interval): string =>
  interval.mean.toFixed(Math.abs(interval.mean) < 100 ? 1 : 0)

const row = (policy: string, ...cells: readonly string[]): string =>
  policy.padEnd(14) + cells.map((text) => text.padStart(10)).join('')
