// Settings as one value a path: `damp.excess_hours`. A list, like the steps of damp air, is one value.
import type { NewSettings } from '@bakwacht/api/contract'
import type { SettingPath } from './catalog.ts'

export type WatchStep = NewSettings['damp']['watch'][number]
/** `null`: nothing there that could be saved. */
export type Value = number | string | readonly WatchStep[] | null
export type Changes = Partial<Readonly<Record<SettingPath, Value>>>

type Tree = Readonly<Record<string, unknown>>

export function settingValue(settings: NewSettings, path: SettingPath): Value {
  const [first = '', second] = path.split('.')
  const found = (settings as Tree)[first]
  return (second === undefined ? found : (found as Tree)[second]) as Value
}

export const isSame = (value: Value, other: Value): boolean =>
  JSON.stringify(value) === JSON.stringify(other)

/** The settings with these changes made. */
export function withChanges(settings: NewSettings, changes: Changes): NewSettings {
  return Object.entries(changes).reduce<Tree>(
    (tree, [path, value]) => withValue(tree, path, value),
    settings,
  ) as NewSettings
}

/** What is left of the changes once they stand beside these settings. */
export const stillChanged = (settings: NewSettings, changes: Changes): Changes =>
  Object.fromEntries(
    (Object.entries(changes) as [SettingPath, Value][]).filter(
      ([path, value]) => !isSame(settingValue(settings, path), value),
    ),
  )

function withValue(tree: Tree, path: string, value: unknown): Tree {
  const [first = '', second] = path.split('.')
  if (second === undefined) return { ...tree, [first]: value }
  return { ...tree, [first]: { ...(tree[first] as Tree), [second]: value } }
}
