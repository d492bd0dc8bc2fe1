import { clock, dayName } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import type { KeptRun } from '../kept/kept.ts'
import type { Drive } from '../run/drive.ts'
import { ChooseLanguage } from './choose-language.tsx'

interface ChooseRunProps {
  readonly drive: Drive
  readonly runs: readonly KeptRun[]
}

export function ChooseRun({ drive, runs }: ChooseRunProps) {
  const said = words().driver
  return (
    <main className="plain">
      <h1>{said.chooseTitle}</h1>
      <ul className="choices-list">
        {runs.toSorted(byDeparture).map((kept) => (
          <li key={kept.id}>
            <button type="button" onClick={() => drive.show(kept)}>
              {said.runOf(kept.vehicleName, clock(kept.run.departure), kept.run.stops.length)}
              <span className="quiet">{dayName(kept.run.date)}</span>
            </button>
          </li>
        ))}
      </ul>
      <ChooseLanguage />
    </main>
  )
}

const byDeparture = (one: KeptRun, other: KeptRun) =>
  Date.parse(one.run.departure) - Date.parse(other.run.departure)
