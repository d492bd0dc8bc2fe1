// The settings that stand, the changes that are not saved yet, and what becomes of both when they are saved.
import type { NewSettings, Settings } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask, Refused } from '../../api/ask.ts'
import { settingsQuery } from '../../api/queries.ts'
import { SETTINGS, type SettingPath } from './catalog.ts'
import {
  type Changes,
  isSame,
  settingValue,
  stillChanged,
  type Value,
  withChanges,
} from './setting-value.ts'

/** What somebody else saved meanwhile. */
export interface Conflict {
  readonly paths: readonly SettingPath[]
}

interface Edit {
  /** What the changes were made to. */
  readonly base: Settings
  readonly changes: Changes
}

/** Other pages may be looked at in between: the changes are still there. */
let kept: Edit | null = null

export function useRules(stored: Settings) {
  const client = useQueryClient()
  const [edit, setEdit] = useState(kept)
  const [conflict, setConflict] = useState<Conflict>()
  const base = edit?.base ?? stored
  const changes = edit?.changes ?? {}
  const keep = (next: Edit | null) => {
    kept = next
    setEdit(next)
  }
  useWarningBeforeLeaving(edit !== null)

  const save = useMutation({
    mutationFn: () =>
      ask<Settings>('/settings', {
        method: 'PUT',
        body: { ...withChanges(base, changes), version: base.version } satisfies NewSettings,
      }),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved)
      keep(null)
      setConflict(undefined)
    },
    onError: async (error) => {
      if (!(error instanceof Refused) || error.problem.code !== 'precondition_failed') return
      const theirs = await client.fetchQuery({ ...settingsQuery, staleTime: 0 })
      const paths = SETTINGS.map(({ path }) => path).filter(
        (path) => !isSame(settingValue(base, path), settingValue(theirs, path)),
      )
      const left = stillChanged(theirs, changes)
      keep(Object.keys(left).length > 0 ? { base: theirs, changes: left } : null)
      setConflict({ paths })
    },
  })

  return {
    base,
    changes,
    conflict,
    save,
    value: (path: SettingPath): Value =>
      path in changes ? (changes[path] ?? null) : settingValue(base, path),
    change(path: SettingPath, value: Value): void {
      const next = stillChanged(base, { ...changes, [path]: value })
      keep(Object.keys(next).length > 0 ? { base, changes: next } : null)
      save.reset()
    },
    discard(): void {
      keep(null)
      setConflict(undefined)
      save.reset()
    },
  }
}

export type Rules = ReturnType<typeof useRules>

function useWarningBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [unsaved])
}
