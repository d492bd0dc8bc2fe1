// A day's plans, and keeping one that an answer has brought.
import type { Plan, Run } from '@bakwacht/api/contract'
import { type QueryClient, queryOptions, replaceEqualDeep } from '@tanstack/react-query'
import { ask, segment } from './ask.ts'

const WHILE_MAKING_MS = 2000

export const plansOfQuery = (date: string) =>
  queryOptions({
    queryKey: ['plans', 'of', date],
    queryFn: async ({ signal }) =>
      (await ask<{ items: readonly Plan[] }>(`/plans?date=${date}`, { signal })).items,
    // The stream says when it is done; this is for when the stream is away.
    refetchInterval: ({ state }) =>
      state.data?.some(({ status }) => status === 'planning') ? WHILE_MAKING_MS : false,
    structuralSharing: (before, after) =>
      replaceEqualDeep(before, withKept(before as Plans | undefined, after as Plans)),
  })

type Plans = readonly Plan[]

/** An answer that was asked for before a change, and comes after it, does not undo that. */
const withKept = (before: Plans | undefined, after: Plans): Plans =>
  after.map((plan) => {
    const kept = before?.find(({ id }) => id === plan.id)
    return kept !== undefined && kept.version > plan.version ? kept : plan
  })

/** The plan of the latest date that has one. */
export const newestPlanQuery = queryOptions({
  queryKey: ['plans', 'newest'],
  queryFn: async ({ signal }) =>
    (await ask<{ items: readonly Plan[] }>('/plans?limit=1', { signal })).items.at(0) ?? null,
})

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ['plans', 'run', id],
    queryFn: ({ signal }) => ask<Run>(`/runs/${segment(id)}`, { signal }),
  })

/** Puts a plan in place of its older self, so that the page shows it at once. */
export function keepPlan(client: QueryClient, plan: Plan): void {
  client.setQueryData(plansOfQuery(plan.date).queryKey, (plans) =>
    plans?.some(({ id }) => id === plan.id)
      ? plans.map((one) => (one.id === plan.id && one.version <= plan.version ? plan : one))
      : [...(plans ?? []), plan],
  )
}
