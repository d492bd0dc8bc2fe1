import { useState } from 'react'
import { merged } from '../api/merged.ts'
import { idFromName } from './id-from-name.ts'
import { type RegisterPath, useSave } from './use-save.ts'

interface Named {
  readonly id: string
  readonly name: string
}

/** An entry of a register while it is written. Its code comes from its name until somebody writes another. */
export interface Written<Draft, Stored extends object> {
  readonly draft: Draft
  readonly id: string
  /** Codes that others have. */
  readonly taken: ReadonlySet<string>
  readonly change: (changed: Partial<Draft>) => void
  /** Refuses once what was saved elsewhere since; then the draft has both, and saving again puts it over that. */
  readonly save: ReturnType<typeof useSave<Stored>>
}

/**
 * @param from as it is stored, or what a new one begins with
 * @param others those that have a code already
 */
export function useDraft<Draft extends Named, Stored extends Draft>(
  path: RegisterPath,
  from: { readonly stored: Stored | undefined; readonly fresh: Draft },
  others: readonly Pick<Named, 'id'>[],
): Written<Draft, Stored> {
  const [base, setBase] = useState(from.stored)
  const [draft, setDraft] = useState<Draft>(from.stored ?? from.fresh)
  const taken = new Set(others.map(({ id }) => id))
  return {
    draft,
    id: draft.id === '' ? idFromName(draft.name, taken) : draft.id,
    taken,
    // A position may come long after it was asked for, and others were changed meanwhile.
    change: (changed) => setDraft((now) => ({ ...now, ...changed })),
    save: useSave<Stored>(path, {
      base,
      onSaved: (saved) => base !== undefined && setBase(saved),
      onChanged: (theirs) => {
        setDraft((own) => merged<Draft>(base ?? own, own, theirs))
        setBase(theirs)
      },
    }),
  }
}
