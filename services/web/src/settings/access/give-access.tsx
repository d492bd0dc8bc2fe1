import type { IssuedToken, NewToken, Role } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { ask } from '../../api/ask.ts'
import { tokensQuery } from '../../api/queries.ts'
import { endOfDay } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { fieldFault, refusal } from '../../parts/refusal.ts'
import { Status } from '../../parts/status.tsx'
import { TextField } from '../../parts/text-field.tsx'

const ROLES = ['viewer', 'planner', 'driver', 'device-manager', 'admin'] as const satisfies Role[]

export function GiveAccess({ onGiven }: { readonly onGiven: (token: IssuedToken) => void }) {
  const said = words().settings.access
  const client = useQueryClient()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('viewer')
  const [until, setUntil] = useState('')
  const give = useMutation({
    mutationFn: (body: NewToken) => ask<IssuedToken>('/tokens', { method: 'POST', body }),
    onSuccess: (token) => {
      onGiven(token)
      setName('')
      setUntil('')
      void client.invalidateQueries(tokensQuery)
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        give.mutate({ name: name.trim(), role, expires_at: until === '' ? null : endOfDay(until) })
      }}
    >
      <TextField
        label={said.name}
        hint={said.nameHint}
        required
        value={name}
        onChange={setName}
        error={fieldFault(give.error, 'name')}
      />
      <RoleChoice role={role} onChange={setRole} />
      <TextField
        label={said.until}
        hint={said.untilHint}
        type="date"
        optional
        value={until}
        onChange={setUntil}
        error={fieldFault(give.error, 'expires_at')}
      />
      <button type="submit" className="main" disabled={give.isPending}>
        {said.give}
      </button>
      <Status fault={refusal(give.error)} />
    </form>
  )
}

interface RoleChoiceProps {
  readonly role: Role
  readonly onChange: (role: Role) => void
}

function RoleChoice({ role, onChange }: RoleChoiceProps) {
  const said = words().settings.access
  const id = useId()
  return (
    <fieldset className="roles">
      <legend>{said.role}</legend>
      {ROLES.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={id}
            checked={one === role}
            onChange={() => onChange(one)}
            aria-describedby={`${id}-${one}`}
          />
          <span>
            {said.roles[one]}
            <span className="quiet" id={`${id}-${one}`}>
              {said.may[one]}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
