// The planner's desk: which day, then that day's plan.
import type { Plan } from '@bakwacht/api/contract'
import { usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { newestPlanQuery, plansOfQuery } from '../api/plans.ts'
import { depotsQuery, fleetQuery, sessionQuery } from '../api/queries.ts'
import { useFirstRun } from '../first-run/use-first-run.ts'
import { dateOf } from '../language/format.ts'
import { withWords } from '../language/words.ts'
import { Failed } from '../parts/failed.tsx'
import { late } from '../parts/late.tsx'
import { Waiting } from '../parts/status.tsx'
import { DayPicker } from './day/day-picker.tsx'
import { dayToShow } from './day/which-day.ts'
import { NoPlan } from './no-plan.tsx'
import { PlanDesk } from './plan-desk.tsx'
import './desk.css'

const FirstRun = late(() => withWords(import('../first-run/first-run.tsx')), Waiting)

export default function Desk() {
  const { due, finish } = useFirstRun()
  return due ? <FirstRun onFinish={finish} /> : <DayDesk />
}

function DayDesk() {
  const client = useQueryClient()
  const [search, setSearch] = useSearchParams()
  const today = useToday()
  const todays = useQuery(plansOfQuery(today))
  const newest = useQuery(newestPlanQuery)
  const depots = useQuery(depotsQuery)
  usePrefetchQuery(fleetQuery)

  const [chosen, depot] = [search.get('date'), search.get('depot')]
  const known = todays.data !== undefined && newest.data !== undefined
  const date = chosen ?? (known ? dayToShow(today, todays.data, newest.data ?? undefined) : today)
  const plans = useQuery({
    ...plansOfQuery(date),
    enabled: chosen !== null || known,
    initialData: () =>
      chosen === null && depot === null ? wholeDay(newest.data, date) : undefined,
    initialDataUpdatedAt: newest.dataUpdatedAt,
  })

  // What was read once stays, with what is being done on it.
  const fault = [todays, newest, plans].find(({ isError, data }) => isError && data === undefined)
  if (fault) return <Failed again={fault.refetch} />
  if (plans.data === undefined || (chosen === null && !known)) return <Waiting />

  const plan =
    plans.data.find(({ depot_id }) => depot_id === depot) ??
    plans.data.find(({ depot_id }) => depot_id === null) ??
    plans.data[0]
  const picker = (
    <DayPicker
      date={date}
      today={today}
      depot={depot ?? plan?.depot_id ?? null}
      depots={depots.data ?? []}
      onPick={(wish) => {
        // The day's other plans may not have been read.
        if (wish.depot) void client.invalidateQueries({ queryKey: plansOfQuery(date).queryKey })
        setSearch((before) => {
          for (const [key, value] of Object.entries(wish))
            if (value === null) before.delete(key)
            else before.set(key, value)
          return before
        })
      }}
    />
  )
  return plan === undefined ? (
    <NoPlan date={date} depotId={depot} isPast={date < today} picker={picker} />
  ) : (
    <PlanDesk key={plan.id} plan={plan} depotId={depot} isPast={date < today} picker={picker} />
  )
}

/** A plan of all depots is what the desk shows of its day. */
const wholeDay = (plan: Plan | null | undefined, date: string): readonly Plan[] | undefined =>
  plan?.date === date && plan.depot_id === null ? [plan] : undefined

/** By the service's clock, also on a page that stays open overnight. */
function useToday(): string {
  const { data, dataUpdatedAt } = useQuery(sessionQuery)
  const ahead = data === undefined ? 0 : Date.parse(data.now) - dataUpdatedAt
  return dateOf(Date.now() + ahead)
}
