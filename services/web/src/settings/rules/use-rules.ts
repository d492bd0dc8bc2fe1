// The settings that stand, the changes that are not saved yet, and what becomes of both when they are saved.
import type { NewSettings, Settings } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ask, Refused } from '../../api/ask.ts'
import { settingsQuery } from '../../api/queries.ts'
import { useUnsaved } from '../use-unsaved.ts'
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

export function useRules(stored: Settings) {
  const client = useQueryClient()
  const [edit, keep] = useUnsaved<Edit>('rules')
  const [conflict, setConflict] = useState<Conflict>()
  const base = edit?.base ?? stored
  const changes = edit?.changes ?? {}

  const save = useMutation({
    mutationFn: () =>
      ask<Settings>('/settings', {
        method: 'PUT',
        body: { ...withChanges(base, changes), version: base.version } satisfies NewSettings,
      }),
    onSuccess: (saved) => {
      client.setQueryData(settingsQuery.queryKey, saved)
      keep(undefined)
      setConflict(undefined)
    },
    onError: async (error) => {
      if (!(error instanceof Refused) || error.problem.code !== 'precondition_failed') return
      const theirs = await client.fetchQuery({ ...settingsQuery, staleTime: 0 })
      const paths = SETTINGS.map(({ path }) => path).filter(
        (path) => !isSame(settingValue(base, path), settingValue(theirs, path)),
      )
      const left = stillChanged(theirs, changes)
      keep(Object.keys(left).length > 0 ? { base: theirs, changes: left } : undefined)
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
      keep(Object.keys(next).length > 0 ? { base, changes: next } : undefined)
      save.reset()
    },
    discard(): void {
      keep(undefined)
      setConflict(undefined)
      save.reset()
    },
  }
}

export type Rules = ReturnType<typeof useRules>
