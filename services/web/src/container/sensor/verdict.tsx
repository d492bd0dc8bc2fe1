import type { ContainerState } from '@bakwacht/api/contract'
import { dayOf, moment } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import type { Diagnosis } from './diagnosis.ts'

interface VerdictProps {
  readonly diagnosis: Diagnosis
  readonly state: ContainerState
}

const UNKNOWN: ReadonlySet<Diagnosis['kind']> = new Set(['waiting', 'none'])

const SIGNS = { fine: '✓', unknown: '○', bad: '!' } as const

/** A sign and a sentence: the sensor works, or what is wrong and what to do. */
export function Verdict({ diagnosis, state }: VerdictProps) {
  const { kind } = diagnosis
  const look = kind === 'works' ? 'fine' : UNKNOWN.has(kind) ? 'unknown' : 'bad'
  const faults = state.alerts.filter((alert) => isFault(state, alert.kind))
  return (
    <div className={`verdict ${look}`}>
      <span aria-hidden="true">{SIGNS[look]}</span>
      <div>
        <p>
          <strong>{sentenceOf(diagnosis, state)}</strong>
        </p>
        {kind === 'faulty' && faults.map(({ id, text }) => <p key={id}>{text}</p>)}
      </div>
    </div>
  )
}

const isFault = ({ health }: ContainerState, kind: string): boolean =>
  health?.faults.some((fault) => fault === kind) ?? false

function sentenceOf(diagnosis: Diagnosis, { last_reading_at: heard }: ContainerState): string {
  const said = words().container.sensor
  switch (diagnosis.kind) {
    case 'none':
      return said.none
    case 'waiting':
      return said.waiting
    case 'silent':
      return said.silent(moment(heard ?? diagnosis.since))
    case 'no_echo':
      return said.noEcho(moment(diagnosis.since))
    case 'faulty':
      return said.faulty
    case 'battery':
      return said.batteryLow
    case 'battery_ends':
      return said.batteryEnds(dayOf(diagnosis.at))
    case 'works':
      return said.works(moment(heard ?? 0))
  }
}
