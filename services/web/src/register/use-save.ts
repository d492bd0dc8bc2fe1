import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, segment } from '../api/ask.ts'
import { ChangedMeanwhile, refuseChanged, replace } from '../api/replace.ts'

export type RegisterPath = 'containers' | 'depots' | 'vehicles' | 'sites'

export interface Entry {
  readonly id: string
  readonly [field: string]: unknown
}

/** When it was last emptied, the drivers say. */
const SAID_BY_OTHERS = ['last_emptied_at']

interface SaveOptions<Stored> {
  /** What was read and is being changed; `undefined`: a new one. */
  readonly base: Stored | undefined
  readonly onSaved: (saved: Stored) => void
  /** It was saved elsewhere since it was read. */
  readonly onChanged: (theirs: Stored) => void
}

/** Saves one entry of a register; what is shown of it elsewhere is asked for again. */
export function useSave<Stored extends object>(
  path: RegisterPath,
  { base, onSaved, onChanged }: SaveOptions<Stored>,
) {
  const client = useQueryClient()
  return useMutation<Stored, unknown, Entry>({
    mutationFn: (entry) =>
      base === undefined
        ? ask<Stored>(`/${path}`, { method: 'POST', body: entry })
        : replace<Stored>(`/${path}/${segment(entry.id)}`, (stored) => {
            refuseChanged(base, stored, SAID_BY_OTHERS)
            return entry
          }),
    onSuccess: (saved) => {
      onSaved(saved)
      return Promise.all(
        [path, 'fleet', 'state'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      )
    },
    onError: (error) => {
      if (error instanceof ChangedMeanwhile) onChanged(error.theirs)
    },
  })
}
