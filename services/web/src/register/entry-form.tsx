// The frame of every form of the register: what is needed first, the rest under "More", then save.
import type { ReactNode } from 'react'
import { useMay } from '../api/may.ts'
import { words } from '../language/words.ts'
import { refusal } from '../parts/refusal.ts'
import { Status } from '../parts/status.tsx'
import { fieldLabel } from './field-label.ts'
import './entry-form.css'

interface EntryFormProps {
  readonly children: ReactNode
  readonly more: ReactNode
  readonly saving: { readonly isPending: boolean; readonly error: unknown }
  readonly onSave: () => void
  /** Said once it is saved and while nothing has changed since. */
  readonly done?: string | undefined
}

export function EntryForm({ children, more, saving, onSave, done }: EntryFormProps) {
  const said = words().parts
  const edit = useMay('planner')
  return (
    <form
      className="entry"
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      {!edit && <p role="alert">{words().register.lookOnly}</p>}
      <fieldset disabled={!edit}>
        {children}
        <details>
          <summary>{words().register.moreFields}</summary>
          {more}
        </details>
      </fieldset>
      <div className="choices">
        {edit && (
          <button type="submit" className="main" disabled={saving.isPending}>
            {saving.isPending ? said.saving : said.save}
          </button>
        )}
        <Status done={done} fault={refusal(saving.error, fieldLabel)} />
      </div>
    </form>
  )
}
