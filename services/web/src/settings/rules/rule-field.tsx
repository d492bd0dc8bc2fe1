// One setting: its sentence, its number, what is usual.
import type { Settings } from '@bakwacht/api/contract'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { SelectField } from '../../parts/select-field.tsx'
import type { NumberKind, Setting } from './catalog.ts'
import { ruleFault } from './rule-fault.ts'
import { isSame, settingValue, type Value, type WatchStep } from './setting-value.ts'
import { fromShown, shownValue, toShown } from './shown-value.ts'
import type { Rules } from './use-rules.ts'
import { WatchSteps } from './watch-steps.tsx'

interface RuleFieldProps {
  readonly setting: Setting
  readonly defaults: Settings
  readonly rules: Rules
}

export function RuleField({ setting, defaults, rules }: RuleFieldProps) {
  const { path } = setting
  const said = words().settings
  const usual = settingValue(defaults, path)
  const isUsual = isSame(rules.value(path), usual)
  const state = path in rules.changes ? said.unsaved : isUsual ? undefined : said.changed
  return (
    <div className={state === undefined ? 'rule' : 'rule changed'}>
      <RuleControl setting={setting} usual={usual} rules={rules} />
      {state !== undefined && (
        <p className="rule-state">
          <span>{state}</span>
          {!isUsual && (
            <button type="button" onClick={() => rules.change(path, usual)}>
              {said.toDefault(shownValue(usual, setting))}
              <span className="unseen">: {said.fields[path][0]}</span>
            </button>
          )}
        </p>
      )}
    </div>
  )
}

interface RuleControlProps {
  readonly setting: Setting
  readonly usual: Value
  readonly rules: Rules
}

function RuleControl({ setting, usual, rules }: RuleControlProps) {
  const said = words().settings
  const { path, kind } = setting
  const [label, about] = said.fields[path]
  const hint = `${about} ${said.default(shownValue(usual, setting))}`
  const value = rules.value(path)
  const change = (next: Value) => rules.change(path, next)
  const error = ruleFault(rules.save.error, path)
  switch (kind.is) {
    case 'number':
      return (
        <NumberField
          {...{ label, hint, error }}
          {...limits(kind)}
          required
          unit={said.units[kind.unit]}
          value={value === null ? null : toShown(Number(value), kind)}
          onChange={(shown) => change(shown === null ? null : fromShown(shown, kind))}
        />
      )
    case 'mould':
      return (
        <SelectField
          {...{ label, hint, error }}
          value={String(value)}
          onChange={change}
          choices={Object.entries(said.mould).map(([choice, name]) => ({
            value: choice,
            label: name,
          }))}
        />
      )
    case 'steps':
      return (
        <WatchSteps
          {...{ label, hint, error }}
          steps={value as readonly WatchStep[]}
          onChange={change}
        />
      )
  }
}

const limits = (kind: NumberKind) => ({
  min: toShown(kind.min, kind),
  max: toShown(kind.max, kind),
})
