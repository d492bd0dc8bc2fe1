import type { Settings } from '@bakwacht/api/contract'
import { type FormEvent, useId } from 'react'
import { words } from '../../language/words.ts'
import type { Group, Setting } from './catalog.ts'
import { RuleField } from './rule-field.tsx'
import type { Rules } from './use-rules.ts'

interface RuleGroupProps {
  readonly group: Group
  readonly settings: readonly Setting[]
  readonly defaults: Settings
  readonly rules: Rules
  /** These alone are shown; `undefined`: all, the rarely changed ones folded. */
  readonly found: readonly Setting[] | undefined
}

export function RuleGroup({ group, settings, defaults, rules, found }: RuleGroupProps) {
  const said = words().settings
  const heading = useId()
  const isShown = (setting: Setting) => found?.includes(setting) ?? true
  const usual = settings.filter(({ advanced }) => !advanced)
  const folded = settings.filter(({ advanced }) => advanced)
  const field = (setting: Setting) => (
    <div key={setting.path} hidden={!isShown(setting)}>
      <RuleField setting={setting} defaults={defaults} rules={rules} />
    </div>
  )
  return (
    <section aria-labelledby={heading} hidden={!settings.some(isShown)}>
      <h2 id={heading}>{said.groups[group]}</h2>
      {usual.map(field)}
      {folded.length > 0 && (
        <details
          hidden={!folded.some(isShown)}
          open={found !== undefined || folded.some(({ path }) => path in rules.changes)}
          onInvalidCapture={unfold}
        >
          <summary>{said.advanced(folded.length)}</summary>
          {folded.map(field)}
        </details>
      )}
    </section>
  )
}

/** A field that is folded away cannot take the focus to say what is wrong. */
function unfold({ currentTarget }: FormEvent<HTMLDetailsElement>): void {
  currentTarget.open = true
}
