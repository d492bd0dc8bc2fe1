// What the planner tunes: each setting a sentence with its number; saved all at once.
import type { Settings } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useMay } from '../../api/may.ts'
import { defaultSettingsQuery, settingsQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { Failed } from '../../parts/failed.tsx'
import { Waiting } from '../../parts/status.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { TrialResult } from '../trial/trial-result.tsx'
import { useTrial } from '../trial/use-trial.ts'
import { GROUPS, SETTINGS } from './catalog.ts'
import { ConflictNote } from './conflict-note.tsx'
import { matches } from './matches.ts'
import { RuleGroup } from './rule-group.tsx'
import { SaveBar } from './save-bar.tsx'
import { useRules } from './use-rules.ts'
import './rules.css'

export function RulesPage() {
  const stored = useQuery(settingsQuery)
  const defaults = useQuery(defaultSettingsQuery)
  const isThere = stored.data !== undefined && defaults.data !== undefined
  const failed = stored.isError || defaults.isError
  return (
    <>
      <h1>{words().settings.title}</h1>
      {isThere && <RulesForm stored={stored.data} defaults={defaults.data} />}
      {!isThere && failed && (
        <Failed again={() => Promise.all([stored.refetch(), defaults.refetch()])} />
      )}
      {!isThere && !failed && <Waiting />}
    </>
  )
}

interface RulesFormProps {
  readonly stored: Settings
  readonly defaults: Settings
}

function RulesForm({ stored, defaults }: RulesFormProps) {
  const said = words().settings
  const mayChange = useMay('planner')
  const rules = useRules(stored)
  const trial = useTrial(rules)
  const [search, setSearch] = useState('')
  const found = SETTINGS.filter((setting) => matches(setting, search))
  const sections = GROUPS.map((group) => ({
    group,
    settings: SETTINGS.filter((setting) => setting.group === group),
  }))
  // A field that is out of sight cannot say what is wrong with it.
  const showAll = () => flushSync(() => setSearch(''))
  return (
    <form
      className="rules"
      onSubmit={(event) => {
        event.preventDefault()
        rules.save.mutate()
      }}
    >
      <p>{mayChange ? said.intro : said.onlyPlanners}</p>
      <TextField label={said.search} type="search" value={search} onChange={setSearch} />
      <p role="status">{found.length === 0 && said.noneFound}</p>
      <fieldset disabled={!mayChange}>
        {sections.map(({ group, settings }) => (
          <RuleGroup
            key={group}
            {...{ group, settings, defaults, rules }}
            found={search === '' ? undefined : found}
          />
        ))}
      </fieldset>
      <ConflictNote rules={rules} />
      <TrialResult trial={trial} />
      <SaveBar rules={rules} trial={trial} beforeChecking={showAll} />
    </form>
  )
}
