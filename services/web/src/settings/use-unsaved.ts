// What is changed and not saved yet: other pages may be looked at in between, and it is still there.
import { useEffect, useState } from 'react'

const kept = new Map<string, unknown>()

/**
 * @param name what it belongs to; one page at a time shows it
 * @returns what is not saved, and a way to change that: given what it is by then, since answers come late
 */
export function useUnsaved<Edit>(name: string) {
  const [edit, setEdit] = useState(kept.get(name) as Edit | undefined)
  const unsaved = edit !== undefined
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unsaved])
  const keep = (after: (now: Edit | undefined) => Edit | undefined) => {
    const next = after(kept.get(name) as Edit | undefined)
    kept.set(name, next)
    setEdit(next)
  }
  return [edit, keep] as const
}
