// "Please empty it": by a planner, or because somebody called.
import type { CollectionRequest, Container } from '@bakwacht/api/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, segment } from '../api/ask.ts'
import { useMay } from '../api/may.ts'
import { openRequestsQuery } from '../api/queries.ts'
import { moment } from '../language/format.ts'
import { words } from '../language/words.ts'
import { Dialog } from '../parts/dialog.tsx'
import { refusal } from '../parts/refusal.ts'
import { SelectField } from '../parts/select-field.tsx'
import { Status } from '../parts/status.tsx'
import { TextField } from '../parts/text-field.tsx'
import { refreshContainer } from './refresh.ts'

type Kind = CollectionRequest['kind']
const KINDS = ['planner', 'reported_full'] as const satisfies readonly Kind[]

export function Requests({ container: { id, active } }: { readonly container: Container }) {
  const said = words().container.requests
  const edit = useMay('planner')
  const [asking, setAsking] = useState(false)
  const [sent, setSent] = useState(false)
  const { data: open = [] } = useQuery(openRequestsQuery(id))
  return (
    <>
      {open.length > 0 && (
        <ul className="rows" aria-label={said.title}>
          {open.map((request) => (
            <li key={request.id}>
              {[moment(request.created_at), said[request.kind], request.note]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
      {active ? (
        edit && (
          <button type="button" className="main" onClick={() => setAsking(true)}>
            {said.ask}
          </button>
        )
      ) : (
        <p className="quiet">{said.retired}</p>
      )}{' '}
      <Status done={sent ? said.sent : undefined} />
      {asking && (
        <Asking
          id={id}
          onSent={() => {
            setSent(true)
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface AskingProps {
  readonly id: string
  readonly onSent: () => void
  readonly onClose: () => void
}

function Asking({ id, onSent, onClose }: AskingProps) {
  const said = words().container.requests
  const [kind, setKind] = useState<Kind>('planner')
  const [note, setNote] = useState('')
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: () =>
      ask<CollectionRequest>(`/containers/${segment(id)}/requests`, {
        method: 'POST',
        body: { kind, note: note.trim() === '' ? null : note.trim() },
      }),
    onSuccess: () => refreshContainer(client),
  })
  return (
    <Dialog title={said.ask} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate(undefined, { onSuccess: onSent })
        }}
      >
        <SelectField
          label={said.why}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          choices={KINDS.map((value) => ({ value, label: said[value] }))}
        />
        <TextField
          label={said.note}
          hint={said.noteHint}
          value={note}
          onChange={setNote}
          optional
        />
        <p className="quiet">{said.what}</p>
        <button type="submit" className="main" disabled={send.isPending}>
          {said.send}
        </button>
        <Status fault={refusal(send.error)} />
      </form>
    </Dialog>
  )
}
