import type { NewTrial, Trial } from '@bakwacht/api/contract'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ask } from '../../api/ask.ts'
import { withChanges } from '../rules/setting-value.ts'
import type { Rules } from '../rules/use-rules.ts'

/** Tries the changes on a day. What came out is shown while the changes are still these. */
export function useTrial({ base, changes }: Pick<Rules, 'base' | 'changes'>) {
  const waiting = useRef(new AbortController())
  // The planner need not go on for a page that is left.
  useEffect(() => () => waiting.current.abort(), [])
  const tried = JSON.stringify([base.version, changes])
  const trial = useMutation({
    mutationFn: async (asked: string) => {
      const { version: _, ...settings } = withChanges(base, changes)
      const body = { settings } satisfies NewTrial
      waiting.current.abort()
      waiting.current = new AbortController()
      const { signal } = waiting.current
      const result = await ask<Trial>('/settings/trial', { method: 'POST', body, signal })
      return { asked, result }
    },
  })
  return {
    start: () => trial.mutate(tried),
    isPending: trial.isPending,
    isError: trial.isError && trial.variables === tried,
    result: trial.data?.asked === tried ? trial.data.result : undefined,
  }
}

export type TrialRun = ReturnType<typeof useTrial>
