// The old way: everybody comes round on the days of a schedule, whatever lies in the bins. Each day's tour is
// searched as well as any other policy's.
import { addDays, type Calendar, DAY_MS, localDate, weekdayOf } from '@bakwacht/domain'
import type { Wanted } from '@bakwacht/planning'
import type { Policy } from '../boundary/policy.ts'
import { type Dispatch, runsFor } from '../operator/dispatch.ts'
import { snapshotOf } from '../operator/snapshot-of.ts'
import { visitTo } from '../operator/visit-to.ts'
import { CYCLE_WEEKS, type Schedule } from '../tuning/schedule.ts'

export function fixed(schedule: Schedule, dispatch: Dispatch, startAt: number): Policy {
  const { register } = dispatch
  const first = firstMonday(localDate(startAt, register.timezone))
  const kgPerDay = new UsualWeights(register.settings.densityKgPerL)
  const emptiedAt = new Map<string, number>()
  /** Whose day has come and who was not reached: they are next. */
  const waiting = new Set<string>()
  return {
    listens: false,
    hear() {},
    told(results) {
      for (const { containerId, at, kg } of results) {
        kgPerDay.note(containerId, kg, (at - (emptiedAt.get(containerId) ?? startAt)) / DAY_MS)
        emptiedAt.set(containerId, at)
        waiting.delete(containerId)
      }
    },
    plan(date, now) {
      const day = dayOfCycle(first, date, register.calendar)
      const wanted = register.containers.flatMap((container): Wanted[] => {
        if (schedule.get(container.id)?.includes(day)) waiting.add(container.id)
        if (!waiting.has(container.id)) return []
        const days = (now - (emptiedAt.get(container.id) ?? startAt)) / DAY_MS
        const kg = kgPerDay.of(container.id) * days
        const l = Math.min(kg / register.settings.densityKgPerL, container.capacityL)
        return [visitTo(container, { kg, l })]
      })
      return runsFor(wanted, date, snapshotOf(register, [], now), dispatch)
    },
  }
}

/** Kilograms a day that a bin has brought so far, by the scales. */
class UsualWeights {
  readonly #startKgPerDay: number
  readonly #sums = new Map<string, { readonly kg: number; readonly days: number }>()

  constructor(densityKgPerL: number) {
    this.#startKgPerDay = USUAL_LITRES_PER_DAY * densityKgPerL
  }

  note(containerId: string, kg: number, days: number): void {
    const before = this.#sums.get(containerId) ?? { kg: 0, days: 0 }
    this.#sums.set(containerId, { kg: before.kg + kg, days: before.days + days })
  }

  of(containerId: string): number {
    const sum = this.#sums.get(containerId)
    return sum === undefined || sum.days <= 0 ? this.#startKgPerDay : sum.kg / sum.days
  }
}

const USUAL_LITRES_PER_DAY = 110

function firstMonday(date: string): string {
  let first = date
  while (weekdayOf(first) !== 1) first = addDays(first, -1)
  return first
}

/** Working days since that Monday, within the cycle. */
function dayOfCycle(first: string, date: string, { workingDays }: Calendar): number {
  const days = (Date.parse(date) - Date.parse(first)) / DAY_MS
  const week = Math.floor(days / 7)
  const inWeek = workingDays.toSorted((a, b) => a - b).indexOf(weekdayOf(date))
  return (week % CYCLE_WEEKS) * workingDays.length + inWeek
}
