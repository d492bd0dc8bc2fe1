import { useRef, useState } from 'react'
import { merged } from '../api/merged.ts'
import { idFromName } from './id-from-name.ts'
import { type Entry, type RegisterPath, useSave } from './use-save.ts'

interface Named {
  readonly id: string
  readonly name: string
}

type Saving = Pick<ReturnType<typeof useSave>, 'isPending' | 'isSuccess' | 'error'>

/** An entry of a register while it is written. Its code comes from its name until somebody writes another. */
export interface Written<Draft, Stored extends object> {
  readonly draft: Draft
  readonly id: string
  /** Not stored yet, so its code may still change. */
  readonly isNew: boolean
  /** Codes that others have. */
  readonly taken: ReadonlySet<string>
  readonly change: (changed: Partial<Draft>) => void
  readonly saving: Saving
  /**
   * Refuses once what was saved elsewhere since; then the draft has both, and saving again puts it over that. Nobody
   * is told of what was saved where more was written meanwhile: who leaves the form would lose it.
   */
  readonly save: (entry: Entry, onSaved?: (stored: Stored) => void) => void
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
  const isBehind = useRef(false)
  const taken = new Set(others.map(({ id }) => id))
  const saving = useSave<Stored>(path, {
    base,
    onSaved: (saved) => {
      setBase(saved)
      setDraft((now) => (now.id === saved.id ? now : { ...now, id: saved.id }))
    },
    onChanged: (theirs) => {
      setDraft((own) => merged<Draft>(base ?? own, own, theirs))
      setBase(theirs)
    },
  })
  return {
    draft,
    id: draft.id === '' ? idFromName(draft.name, taken) : draft.id,
    isNew: base === undefined,
    taken,
    // A position may come long after it was asked for, and others were changed meanwhile.
    change: (changed) => {
      isBehind.current = true
      setDraft((now) => ({ ...now, ...changed }))
    },
    saving,
    save: (entry, onSaved) => {
      isBehind.current = false
      saving.mutate(entry, { onSuccess: (saved) => isBehind.current || onSaved?.(saved) })
    },
  }
}
