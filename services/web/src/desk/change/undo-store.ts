// The changes that can be taken back, plan by plan: kept while the page is open, also when one looks elsewhere.
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Done, type UndoStack, withDone, withoutLast } from './undo-stack.ts'

export const undoQuery = (planId: string) =>
  queryOptions<UndoStack>({
    queryKey: ['undo', planId],
    queryFn: () => [],
    initialData: [],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })

export const rememberDone = (client: QueryClient, planId: string, done: Done): void =>
  turn(client, planId, (stack) => withDone(stack, done))

/** @param version of the plan after it was taken back */
export const forgetLast = (client: QueryClient, planId: string, version: number): void =>
  turn(client, planId, (stack) => withoutLast(stack, version))

const turn = (
  client: QueryClient,
  planId: string,
  change: (stack: UndoStack) => UndoStack,
): void => {
  client.setQueryData(undoQuery(planId).queryKey, (stack = []) => change(stack))
}
