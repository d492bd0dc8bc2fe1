// How long a container can be left: the rules that make a visit a must, asked of a later day.
import { DAY_MS } from '@bakwacht/domain'
import type { Bin } from '../selection/bin.ts'
import { levelAt, overflowChanceAt } from '../selection/expected-load.ts'
import type { ComingDay } from './coming-day.ts'

/** The first coming day on which it could wait no longer; `undefined`: later than is looked ahead. */
export const mustDay = (bin: Bin): ComingDay | undefined =>
  bin.later.find((day, index) => {
    const next = bin.later[index + 1]
    return next !== undefined && isMustAt(bin, day.at, next.at)
  })

/** By the forecast alone: whether it is full at `at`, or will be over full or overdue by `next`. */
function isMustAt(bin: Bin, at: number, next: number): boolean {
  return (
    (levelAt(bin.expected, at) >= fullFrom(bin) && !fullCanWait(bin, at, next)) ||
    overflowChanceAt(bin.expected, next) >= bin.settings.overflowProbability ||
    dueAt(bin) < next
  )
}

/** A full bin that may wait from `at` until `next`, because it hardly overflows before then: a setting. */
export function fullCanWait({ expected, settings }: Bin, at: number, next: number): boolean {
  const { overflowPct, plan } = settings
  return (
    levelAt(expected, at) < overflowPct && overflowChanceAt(expected, next) < plan.fullWaitsBelow
  )
}

/** Days from one visit to the next when it is left until it is full or due. */
export function cycleDays(bin: Bin): number {
  const { expected, container } = bin
  const toFull = expected.ratePctPerDay > 0 ? fullFrom(bin) / expected.ratePctPerDay : Infinity
  return Math.max(Math.min(toFull, container.maxDaysBetweenVisits), 1)
}

/** The level from which a container is full, %. */
export const fullFrom = ({ container, settings }: Bin): number =>
  Math.min(container.fillThresholdPct, settings.overflowPct)

/** UTC ms: when it has been left for as long as it may be. */
export const dueAt = ({ container, lastEmptiedAt }: Bin): number =>
  (lastEmptiedAt ?? container.createdAt) + container.maxDaysBetweenVisits * DAY_MS
