import { words } from '../../language/words.ts'
import { SETTINGS, type SettingPath } from './catalog.ts'
import { settingValue } from './setting-value.ts'
import { shownValue } from './shown-value.ts'
import type { Rules } from './use-rules.ts'

/** What somebody else saved meanwhile, beside one's own. */
export function ConflictNote({ rules: { conflict, base, changes } }: { readonly rules: Rules }) {
  if (conflict === undefined) return null
  const said = words().settings
  const line = (path: SettingPath) => {
    const setting = SETTINGS.find((one) => one.path === path)
    if (setting === undefined) return ''
    const theirs = said.theirs(said.fields[path][0], shownValue(settingValue(base, path), setting))
    const own = changes[path]
    return own === undefined ? theirs : `${theirs}, ${said.yours(shownValue(own, setting))}`
  }
  return (
    <div className="note" role="alert">
      <p>{said.othersSaved}</p>
      <ul>
        {conflict.paths.map((path) => (
          <li key={path}>{line(path)}</li>
        ))}
      </ul>
    </div>
  )
}
