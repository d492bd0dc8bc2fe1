import type { QueryClient } from '@tanstack/react-query'

/** After a change: whatever speaks of containers is asked for again. */
export const refreshContainer = (client: QueryClient): Promise<unknown> =>
  Promise.all(
    ['containers', 'state', 'fleet', 'requests', 'alerts'].map((key) =>
      client.invalidateQueries({ queryKey: [key] }),
    ),
  )
