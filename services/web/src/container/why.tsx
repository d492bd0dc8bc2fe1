// Why it is so, in sentences: first what will be done, then what is known, each with what it rests on.
import type { ContainerState } from '@bakwacht/api/contract'
import { Link } from 'wouter'
import { words } from '../language/words.ts'
import { ReadingTable } from './reading-table.tsx'

const DECIDED: ReadonlySet<string> = new Set(['visit', 'left_out', 'would'])

export function Why({ state }: { readonly state: ContainerState }) {
  const said = words().container.why
  const decided = state.explanation.filter(({ code }) => DECIDED.has(code))
  const known = state.explanation.filter(({ code }) => !DECIDED.has(code))
  return (
    <>
      <section aria-labelledby="next-visit">
        <h2 id="next-visit">{said.nextVisit}</h2>
        {decided.length === 0 && <p className="quiet">{said.noPlan}</p>}
        {decided.map((statement) => (
          <p key={statement.text}>{statement.text}</p>
        ))}
        <p>
          <Link href="/">{said.toPlan}</Link>
        </p>
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
    </>
  )
}

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
