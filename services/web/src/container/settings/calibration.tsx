// Which distances are empty and full: told by hand, or by standing beside it and saying "it is empty now".
import type { Container, ContainerState } from '@bakwacht/api/contract'
import { useState } from 'react'
import { withUnit } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Status } from '../../parts/status.tsx'
import { CalibrateNow, type Level } from './calibrate-now.tsx'
import { DistancesForm } from './distances-form.tsx'

interface CalibrationProps {
  readonly container: Container
  readonly state: ContainerState
}

export function Calibration({ container, state }: CalibrationProps) {
  const said = words().container.calibration
  const [asked, setAsked] = useState<Level | 'by_hand'>()
  const [saved, setSaved] = useState(false)
  const { empty_distance_mm: empty, full_distance_mm: full } = container
  const learnt = state.fill?.evidence.learnt_empty_distance_mm
  const open = (what: Level | 'by_hand') => () => {
    setSaved(false)
    setAsked(what)
  }
  const done = {
    onSaved: () => {
      setSaved(true)
      setAsked(undefined)
    },
    onClose: () => setAsked(undefined),
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
      <p className="choices">
        <button type="button" onClick={open('empty')}>
          {said.emptyNow}
        </button>
        <button type="button" onClick={open('full')}>
          {said.fullNow}
        </button>
        <button type="button" onClick={open('by_hand')}>
          {said.byHand}
        </button>
      </p>
      <Status done={saved ? words().parts.saved : undefined} />
      {asked === 'by_hand' && <DistancesForm container={container} {...done} />}
      {(asked === 'empty' || asked === 'full') && (
        <CalibrateNow level={asked} container={container} state={state} {...done} />
      )}
    </>
  )
}
