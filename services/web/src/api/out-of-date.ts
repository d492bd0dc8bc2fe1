// What was answered before something happened is asked again.
import type { Query, QueryClient } from '@tanstack/react-query'

/** @param key the first part of the keys of all queries that are out of date now */
export function putOutOfDate(client: QueryClient, key: string): void {
  const late = client.getQueryCache().findAll({ queryKey: [key], predicate: isFirstAnswerDue })
  void client.invalidateQueries({ queryKey: [key] })
  // Theirs may have been made before, and would count as new when it comes.
  for (const { promise, queryKey } of late)
    void promise?.then(
      () => client.invalidateQueries({ queryKey, exact: true }),
      () => undefined,
    )
}

const isFirstAnswerDue = ({ state }: Query): boolean =>
  state.data === undefined && state.fetchStatus === 'fetching'
