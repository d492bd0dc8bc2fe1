import type { Container } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, segment } from '../api/ask.ts'
import { words } from '../language/words.ts'
import { Confirm } from '../parts/confirm.tsx'
import { refusal } from '../parts/refusal.ts'
import { Status } from '../parts/status.tsx'
import { refreshContainer } from './refresh.ts'
import { changeContainer } from './settings/change-container.ts'

/** Takes the container out of use, and back: its history stays. */
export function InUse({ container: { id, name, active } }: { readonly container: Container }) {
  const said = words().container.inUse
  const [asked, setAsked] = useState(false)
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: async (): Promise<unknown> =>
      active
        ? ask(`/containers/${segment(id)}`, { method: 'DELETE' })
        : changeContainer(id, { active: true }),
    onSuccess: () => refreshContainer(client),
    onSettled: () => setAsked(false),
  })
  return (
    <div className="in-use">
      <button type="button" onClick={() => (active ? setAsked(true) : change.mutate())}>
        {active ? said.retire : said.bringBack}
      </button>
      <Status fault={refusal(change.error)} />
      {asked && (
        <Confirm
          title={said.question(name)}
          action={said.retire}
          busy={change.isPending}
          onYes={() => change.mutate()}
          onClose={() => setAsked(false)}
        >
          <p>{said.what}</p>
        </Confirm>
      )}
    </div>
  )
}
