// A plan as a planner would read it aloud: each run with its stops and why, then what is left out.
import {
  type Container,
  type Language,
  LEFT_OUT_CODES,
  localClock,
  type NotCollected,
  type Run,
  reasonText,
  type Stop,
  type Vehicle,
} from '@bakwacht/domain'
import type { PlanWithRuns } from '../planned.ts'
import { type TableWords, wordsIn } from './words.ts'
import { column, wrap } from './wrap.ts'

export interface TableContext {
  readonly locale: Language
  readonly timezone: string
  readonly containers: readonly Container[]
  readonly vehicles: readonly Vehicle[]
}

const WIDTH = 100
const NAME = 28
const KG = 8
/** Number, time, name and kg, with the blanks between them. */
const INDENT = 2 + 2 + 2 + 5 + 2 + NAME + 2 + KG + 2
const EXAMPLES = 2

/** Plain text of at most 100 columns; no line ends in a blank. */
export function planTable({ plan, runs }: PlanWithRuns, context: TableContext): string {
  const words = wordsIn[context.locale]
  const live = runs.filter(({ status }) => status !== 'cancelled')
  const sections = [
    [headline(plan.date, live, words)],
    ...(live.length === 0 ? [[words.noRuns]] : live.map((run) => runLines(run, context, words))),
    leftOutLines(plan.notCollected, context, words),
  ]
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n')
}

function headline(date: string, runs: readonly Run[], words: TableWords): string {
  const day = new Intl.DateTimeFormat(words.tag, { dateStyle: 'full', timeZone: 'UTC' })
  const bins = runs.flatMap(({ stops }) => stops).filter(({ kind }) => kind === 'container').length
  const { kg, km, euro } = sums(runs, words)
  return [
    day.format(Date.parse(date)),
    words.runs(runs.length),
    words.bins(bins),
    kg,
    km,
    euro,
  ].join(' · ')
}

function runLines(run: Run, context: TableContext, words: TableWords): string[] {
  const { timezone, vehicles } = context
  const clock = (at: number) => localClock(at, timezone)
  const vehicle = vehicles.find(({ id }) => id === run.vehicleId)
  const { kg, km, euro } = sums([run], words)
  const title = [
    vehicle?.name ?? run.vehicleId,
    ...(run.driver === null ? [] : [run.driver]),
    `${clock(run.departure)}–${clock(run.arrival)}`,
    km,
    kg,
    euro,
  ]
  const { pause } = run
  const afterPause = run.stops.findIndex(({ arrival }) => pause !== null && arrival >= pause.to)
  const lines = run.stops.map((stop) => stopLines(stop, context, words))
  if (pause !== null)
    lines.splice(afterPause < 0 ? lines.length : afterPause, 0, [
      `      ${clock(pause.from)}  ${words.pauseUntil(clock(pause.to))}`,
    ])
  return [...wrap(title.join(' · '), WIDTH), ...lines.flat()]
}

function stopLines(stop: Stop, { locale, timezone }: TableContext, words: TableWords): string[] {
  const start = `  ${String(stop.seq).padStart(2)}  ${localClock(stop.arrival, timezone)}  `
  const kg = `${whole(stop.expectedKg, words)} kg`
  const names = wrap(stop.name, NAME)
  const reasons = wrap(reasonText(stop.reason, locale, { timezone }), WIDTH - INDENT)
  return Array.from({ length: Math.max(names.length, reasons.length) }, (_, line) =>
    [
      line === 0 ? start : ' '.repeat(start.length),
      column(names[line] ?? '', NAME),
      `  ${(line === 0 ? kg : '').padStart(KG)}  `,
      reasons[line] ?? '',
    ].join(''),
  )
}

function leftOutLines(
  notCollected: readonly NotCollected[],
  context: TableContext,
  words: TableWords,
): string[] {
  if (notCollected.length === 0) return []
  const groups = Map.groupBy(notCollected, ({ reason }) => reason.code)
  const lines = LEFT_OUT_CODES.flatMap((code) => {
    const group = groups.get(code) ?? []
    if (group.length === 0) return []
    return [
      `  ${words.reasons[code]}: ${group.length}`,
      ...group.slice(0, EXAMPLES).flatMap((left) => exampleLines(left, context, words)),
    ]
  })
  return [`${words.leftOut}: ${words.bins(notCollected.length)}`, ...lines]
}

function exampleLines(
  { containerId, reason }: NotCollected,
  { locale, timezone, containers }: TableContext,
  words: TableWords,
): string[] {
  const name = containers.find(({ id }) => id === containerId)?.name ?? containerId
  const text = `${words.forExample} ${name}: ${reasonText(reason, locale, { timezone })}`
  return wrap(text, WIDTH - 6).map((line, index) => `    ${index > 0 ? '  ' : ''}${line}`)
}

function sums(runs: readonly Run[], words: TableWords) {
  const total = (of: (run: Run) => number) => runs.reduce((sum, run) => sum + of(run), 0)
  return {
    kg: `${whole(
      total(({ totals }) => totals.kg),
      words,
    )} kg`,
    km: `${whole(total(({ totals }) => totals.distanceM) / 1000, words)} km`,
    euro: words.euro(
      whole(
        total(({ totals }) => totals.cost),
        words,
      ),
    ),
  }
}

const whole = (value: number, { tag }: TableWords): string =>
  Math.round(value).toLocaleString(tag).replaceAll(/\s/g, ' ')
