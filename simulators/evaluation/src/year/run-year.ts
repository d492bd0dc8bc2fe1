// A year under one policy, morning by morning.
import { addDays, instantOf, localDate, type Run, weekdayOf } from '@bakwacht/domain'
import type { Policy } from '../boundary/policy.ts'
import type { Register } from '../boundary/register.ts'
import type { RoadTable } from '../operator/road-table.ts'
import type { Span } from '../truth/households.ts'
import { type Losses, noLosses } from '../truth/losses.ts'
import type { Street } from '../truth/street.ts'
import { drive } from './drive.ts'
import type { Driving } from './tally.ts'

export interface YearOptions {
  readonly street: Street
  readonly policy: Policy
  readonly register: Register
  readonly roads: RoadTable
  readonly span: Span
  /** UTC ms: driving before it is not counted. */
  readonly countFrom: number
  readonly onDay?: (date: string) => void
}

export interface Year {
  readonly driving: Driving
  readonly losses: Losses
  readonly months: readonly Month[]
  /** In the bins when the counting began, dry kg. */
  readonly insideAtFirstKg: number
}

export interface Month {
  /** `YYYY-MM`. */
  readonly month: string
  readonly driving: Omit<Driving, 'fills'>
  /** Of overflows that ended in it. */
  readonly losses: Losses
}

const PLANNED_AT = '04:00'

export function runYear(options: YearOptions): Year {
  const { street, policy, register, roads, span, countFrom, onDay } = options
  const { timezone, calendar } = register
  const driven: { readonly date: string; readonly driving: Driving }[] = []
  const lossesUntil = new Map<string, Losses>()
  let insideAtFirstKg: number | undefined

  for (let date = localDate(span.from, timezone); ; date = addDays(date, 1)) {
    const now = instantOf(date, PLANNED_AT, timezone)
    if (now >= span.to) break
    if (now < span.from) continue
    onDay?.(date)
    policy.hear(street.messagesUntil(now))
    if (now >= countFrom) insideAtFirstKg ??= street.balance.insideKg
    if (!calendar.workingDays.includes(weekdayOf(date))) continue
    work(policy.plan(date, now), now)
    if (now >= countFrom) lossesUntil.set(date.slice(0, 7), street.losses)
  }
  street.close(span.to)
  const last = localDate(span.to - 1, timezone).slice(0, 7)
  if (lossesUntil.has(last)) lossesUntil.set(last, street.losses)
  return {
    driving: sumOf(driven.map(({ driving }) => driving)),
    losses: street.losses,
    months: monthsOf(driven, lossesUntil),
    insideAtFirstKg: insideAtFirstKg ?? 0,
  }

  function work(runs: readonly Run[], now: number): void {
    for (const run of runs) {
      const { driving, results } = drive(run, register, roads, street)
      policy.told(results)
      if (now >= countFrom) driven.push({ date: run.date, driving })
    }
  }
}

const sumOf = (all: readonly Driving[]): Driving => {
  const sum = (of: (driving: Driving) => number) => all.reduce((total, one) => total + of(one), 0)
  return {
    runs: sum(({ runs }) => runs),
    trips: sum(({ trips }) => trips),
    stops: sum(({ stops }) => stops),
    km: sum(({ km }) => km),
    hours: sum(({ hours }) => hours),
    kg: sum(({ kg }) => kg),
    vehicleDaysEur: sum(({ vehicleDaysEur }) => vehicleDaysEur),
    kmEur: sum(({ kmEur }) => kmEur),
    crewEur: sum(({ crewEur }) => crewEur),
    fills: all.flatMap(({ fills }) => fills),
  }
}

function monthsOf(
  driven: readonly { readonly date: string; readonly driving: Driving }[],
  lossesUntil: ReadonlyMap<string, Losses>,
): Month[] {
  const byMonth = Map.groupBy(driven, ({ date }) => date.slice(0, 7))
  let before = noLosses
  return [...lossesUntil].map(([month, until]) => {
    const { fills: _, ...driving } = sumOf((byMonth.get(month) ?? []).map(({ driving }) => driving))
    const losses = difference(until, before)
    before = until
    return { month, driving, losses }
  })
}

const difference = (a: Losses, b: Losses): Losses => ({
  overflows: a.overflows - b.overflows,
  overflowHours: a.overflowHours - b.overflowHours,
  turnedAwayKg: a.turnedAwayKg - b.turnedAwayKg,
  dampKg: a.dampKg - b.dampKg,
})
