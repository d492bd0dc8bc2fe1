// What the changes would make of a day: a sentence, the figures, and the bins that come in or fall out.
import type { Trial } from '@bakwacht/api/contract'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { dayWithin } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { SETTINGS } from '../rules/catalog.ts'
import { TrialBins } from './trial-bins.tsx'
import { trialChanges } from './trial-changes.ts'
import { TrialFigures } from './trial-figures.tsx'
import type { TrialRun } from './use-trial.ts'
import './trial.css'

export function TrialResult({ trial }: { readonly trial: TrialRun }) {
  const said = words().settings.trial
  const heading = useId()
  const { isPending, isError, result } = trial
  return (
    <div className="trial-place" role="status">
      {isPending && <p>{said.working}</p>}
      {isError && !isPending && <p className="fault">{said.failed}</p>}
      {result && !isPending && (
        <section className="trial" aria-labelledby={heading}>
          <Shown>
            <h2 id={heading}>{said.title}</h2>
          </Shown>
          <p className="trial-sentence">{sentenceOf(result)}</p>
          <TrialFigures trial={result} />
          <TrialBins title={said.comesIn(result.comes_in.length)} bins={result.comes_in} />
          <TrialBins title={said.fallsOut(result.falls_out.length)} bins={result.falls_out} />
          <TrialBins
            title={said.otherReason(result.other_reason.length)}
            bins={result.other_reason}
          />
          <NotSeen paths={result.not_seen} />
          <p className="quiet">{said.how}</p>
        </section>
      )}
    </div>
  )
}

function sentenceOf(trial: Trial): string {
  const said = words().settings.trial
  const changes = trialChanges(trial)
  const day = dayWithin(trial.date)
  return changes === '' ? said.nothing(day) : said.sentence(day, changes)
}

function NotSeen({ paths }: { readonly paths: readonly string[] }) {
  const said = words().settings
  const names = SETTINGS.filter(({ path }) => paths.includes(path))
  if (names.length === 0) return null
  return (
    <>
      <p>{said.trial.notSeen}</p>
      <ul>
        {names.map(({ path }) => (
          <li key={path}>{said.fields[path][0]}</li>
        ))}
      </ul>
    </>
  )
}

/** Comes into sight when it comes onto the page. */
function Shown({ children }: { readonly children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={place} className="trial-head">
      {children}
    </div>
  )
}
