// Which distances are empty and full, and "it is empty now" by whoever stands beside it.
import type { Container, ContainerState } from '@bakwacht/api/contract'
import { useState } from 'react'
import { withUnit } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Status } from '../../parts/status.tsx'
import { CalibrateNow, type Level } from './calibrate-now.tsx'

interface CalibrationProps {
  readonly container: Container
  readonly state: ContainerState
  readonly canEdit: boolean
}

export function Calibration({ container, state, canEdit }: CalibrationProps) {
  const said = words().container.calibration
  const [asked, setAsked] = useState<Level>()
  const [saved, setSaved] = useState(false)
  const { empty_distance_mm: empty, full_distance_mm: full } = container
  const learnt = state.fill?.evidence.learnt_empty_distance_mm
  const open = (what: Level) => () => {
    setSaved(false)
    setAsked(what)
  }
  const distance = (mm: number | null) => (mm === null ? said.notSet : withUnit(mm, 'mm'))
  return (
    <>
      <h3 id="calibration">{said.title}</h3>
      <p className="quiet">{said.help}</p>
      <p>
        {said.distances(distance(empty), distance(full))}
        {typeof learnt === 'number' && ` ${said.learnt(withUnit(learnt, 'mm'))}`}
      </p>
      {canEdit && (
        <p className="choices">
          <button type="button" onClick={open('empty')}>
            {said.emptyNow}
          </button>
          <button type="button" onClick={open('full')}>
            {said.fullNow}
          </button>
        </p>
      )}
      <Status done={saved ? words().parts.saved : undefined} />
      {asked !== undefined && (
        <CalibrateNow
          key={asked}
          level={asked}
          container={container}
          state={state}
          onSaved={() => {
            setSaved(true)
            setAsked(undefined)
          }}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
