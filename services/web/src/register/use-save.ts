import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, segment } from '../api/ask.ts'

export type RegisterPath = 'containers' | 'depots' | 'vehicles' | 'sites'

interface Entry {
  readonly id: string
  readonly [field: string]: unknown
}

/** Saves one entry of a register; what is shown of it elsewhere is asked for again. */
export function useSave<Saved>(path: RegisterPath, isNew: boolean) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (entry: Entry) =>
      isNew
        ? ask<Saved>(`/${path}`, { method: 'POST', body: entry })
        : ask<Saved>(`/${path}/${segment(entry.id)}`, { method: 'PUT', body: entry }),
    onSuccess: () =>
      Promise.all(
        [path, 'fleet', 'state'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  })
}
