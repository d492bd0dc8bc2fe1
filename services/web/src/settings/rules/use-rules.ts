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
    mutationFn: (sent: Edit) =>
      ask<Settings>('/settings', {
        method: 'PUT',
        body: {
          ...withChanges(sent.base, sent.changes),
          version: sent.base.version,
        } satisfies NewSettings,
      }),
    onSuccess: (saved, sent) => {
      void client.cancelQueries({ queryKey: settingsQuery.queryKey })
      client.setQueryData(settingsQuery.queryKey, saved)
      // What was changed while they were on their way is yet to be saved.
      keep((now) => now && editOf(saved, changesSince(sent, now)))
      setConflict(undefined)
    },
    onError: async (error, sent) => {
      if (!(error instanceof Refused) || error.problem.code !== 'precondition_failed') return
      const theirs = await client.fetchQuery({ ...settingsQuery, staleTime: 0 })
      const paths = PATHS.filter(
        (path) => !isSame(settingValue(sent.base, path), settingValue(theirs, path)),
      )
      keep((now) => now && editOf(theirs, now.changes))
      setConflict({ paths })
    },
  })

  return {
    base,
    changes,
    conflict,
    save: { ...save, mutate: () => save.mutate({ base, changes }) },
    value: (path: SettingPath): Value => valueIn({ base, changes }, path),
    change(path: SettingPath, value: Value): void {
      keep(() => editOf(base, { ...changes, [path]: value }))
      if (!save.isPending) save.reset()
    },
    discard(): void {
      keep(() => undefined)
      setConflict(undefined)
      save.reset()
    },
  }
}

const PATHS = SETTINGS.map(({ path }) => path)

const valueIn = ({ base, changes }: Edit, path: SettingPath): Value =>
  path in changes ? (changes[path] ?? null) : settingValue(base, path)

const changesSince = (sent: Edit, now: Edit): Changes =>
  Object.fromEntries(
    PATHS.filter((path) => !isSame(valueIn(sent, path), valueIn(now, path))).map((path) => [
      path,
      valueIn(now, path),
    ]),
  )

/** What of the changes is none beside these settings is dropped; `undefined`: all of it. */
function editOf(base: Settings, changes: Changes): Edit | undefined {
  const left = stillChanged(base, changes)
  return Object.keys(left).length > 0 ? { base, changes: left } : undefined
}

export type Rules = ReturnType<typeof useRules>
