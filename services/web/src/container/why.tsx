// Why it is so, in sentences: first what will be done, then what is known, each with what it rests on.
import type { Container, ContainerState } from '@bakwacht/api/contract'
import { Link } from 'wouter'
import { NoSuitable } from '../kinds/no-suitable.tsx'
import { words } from '../language/words.ts'
import { NextRun } from './next-run.tsx'
import { ReadingTable } from './reading-table.tsx'
import { Requests } from './requests.tsx'

const DECIDED: ReadonlySet<string> = new Set(['visit', 'left_out', 'would'])

interface WhyProps {
  readonly container: Container
  readonly state: ContainerState
}

export function Why({ container, state }: WhyProps) {
  const said = words().container.why
  const decided = state.explanation.filter(({ code }) => DECIDED.has(code))
  const known = state.explanation.filter(({ code }) => !DECIDED.has(code))
  const runId = decided[0]?.evidence.run_id
  return (
    <div className="side-by-side">
      <section aria-labelledby="next-visit">
        <h2 id="next-visit">{said.nextVisit}</h2>
        {decided.length === 0 && <p className="quiet">{said.noPlan}</p>}
        {decided.map((statement) => (
          <p key={statement.text}>
            {statement.text}
            <NoSuitable evidence={statement.evidence} depotId={container.depot_id} />
          </p>
        ))}
        {typeof runId === 'string' && <NextRun runId={runId} containerId={container.id} />}
        <p className="links">
          <Link href={planOf(decided[0]?.evidence.date)}>{said.toPlan}</Link>
        </p>
        <Requests container={container} />
      </section>
      <section aria-labelledby="why">
        <h2 id="why">{said.title}</h2>
        <ul className="why">
          {known.map((statement) => (
            <li key={statement.text}>{statement.text}</li>
          ))}
        </ul>
        <Evidence readings={state.readings} />
      </section>
    </div>
  )
}

/** The desk on the day that the sentence speaks of. */
const planOf = (date: unknown): string => (typeof date === 'string' ? `/?date=${date}` : '/')

/** The readings that the sentences rest on. */
function Evidence({ readings }: { readonly readings: ContainerState['readings'] }) {
  const said = words().container.why
  if (readings.length === 0) return <p className="quiet">{said.noReadings}</p>
  return (
    <details>
      <summary>{said.readings(readings.length)}</summary>
      <ReadingTable readings={readings} />
    </details>
  )
}
