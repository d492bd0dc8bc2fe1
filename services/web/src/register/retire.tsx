// Out of use, and back: history stays, so it is asked once and can be undone.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, segment } from '../api/ask.ts'
import { useMay } from '../api/may.ts'
import { replace } from '../api/replace.ts'
import { words } from '../language/words.ts'
import { Confirm } from '../parts/confirm.tsx'
import { refusal } from '../parts/refusal.ts'
import { Status } from '../parts/status.tsx'

interface RetireProps {
  readonly path: 'containers' | 'vehicles' | 'depots' | 'sites'
  readonly thing: { readonly id: string; readonly name: string; readonly active: boolean }
  readonly explanation: string
}

export function Retire({ path, thing, explanation }: RetireProps) {
  const said = words().register
  const edit = useMay('planner')
  const [asking, setAsking] = useState(false)
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: () =>
      thing.active
        ? ask(`/${path}/${segment(thing.id)}`, { method: 'DELETE' })
        : replace<object>(`/${path}/${segment(thing.id)}`, (stored) => ({
            ...stored,
            active: true,
          })),
    onSuccess: () =>
      Promise.all([path, 'fleet'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
    onSettled: () => setAsking(false),
  })
  if (!edit) return null
  return (
    <>
      {thing.active ? (
        <button type="button" onClick={() => setAsking(true)}>
          {said.retire}
        </button>
      ) : (
        <button type="button" disabled={change.isPending} onClick={() => change.mutate()}>
          {said.bringBack}
        </button>
      )}
      <Status
        done={change.isSuccess ? (thing.active ? said.backAgain : said.retired) : undefined}
        fault={refusal(change.error)}
      />
      {asking && (
        <Confirm
          title={said.retireAsk(thing.name)}
          action={said.retire}
          busy={change.isPending}
          onYes={() => change.mutate()}
          onClose={() => setAsking(false)}
        >
          <p>{explanation}</p>
        </Confirm>
      )}
    </>
  )
}
