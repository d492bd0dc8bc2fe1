import type { Container, ContainerState } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { moment, withUnit } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { CheckboxField } from '../../parts/checkbox-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { refusal } from '../../parts/refusal.ts'
import { Status } from '../../parts/status.tsx'
import { refreshContainer } from '../refresh.ts'
import { changeContainer } from './change-container.ts'
import { echoesOf, middleMm, newestAlike } from './echoes.ts'

export type Level = 'empty' | 'full'

interface CalibrateNowProps {
  readonly level: Level
  readonly container: Container
  readonly state: ContainerState
  readonly onSaved: () => void
  readonly onClose: () => void
}

const FIELD = { empty: 'empty_distance_mm', full: 'full_distance_mm' } as const

/** Shows the readings that it will rest on, and the distance that they give, before anything changes. */
export function CalibrateNow({ level, container, state, onSaved, onClose }: CalibrateNowProps) {
  const said = words().container.calibration
  const echoes = echoesOf(state.readings)
  const [chosen, setChosen] = useState(() => new Set(newestAlike(echoes).map(({ ts }) => ts)))
  const distance = middleMm(echoes.filter(({ ts }) => chosen.has(ts)))
  const fault = distance === null ? undefined : faultOf(level, distance, container)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () => changeContainer(container.id, { [FIELD[level]]: distance }),
    onSuccess: () => refreshContainer(client),
  })
  const choose = (ts: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, ts] : [...before].filter((one) => one !== ts)))
  return (
    <Dialog title={level === 'empty' ? said.emptyNow : said.fullNow} onClose={onClose}>
      <p>{level === 'empty' ? said.whenEmpty : said.whenFull}</p>
      {echoes.length === 0 ? (
        <p className="fault">{said.noEchoes}</p>
      ) : (
        <fieldset>
          <legend>{said.which}</legend>
          {echoes.map(({ ts, distanceMm }) => (
            <CheckboxField
              key={ts}
              label={`${moment(ts)}: ${withUnit(distanceMm, 'mm')}`}
              checked={chosen.has(ts)}
              onChange={(on) => choose(ts, on)}
            />
          ))}
        </fieldset>
      )}
      <p role="status">
        {distance !== null && <strong>{said.result[level](withUnit(distance, 'mm'))}</strong>}{' '}
        {said.before(beforeOf(container[FIELD[level]]))}
      </p>
      {isFarOff(distance, container[FIELD[level]]) && <p>{said.farOff[level]}</p>}
      <p className="choices">
        <button
          type="button"
          className="main"
          disabled={distance === null || fault !== undefined || save.isPending}
          onClick={() => save.mutate(undefined, { onSuccess: onSaved })}
        >
          {said.use}
        </button>
        <button type="button" onClick={onClose}>
          {words().parts.cancel}
        </button>
      </p>
      <Status fault={fault ?? refusal(save.error)} />
    </Dialog>
  )
}

const beforeOf = (mm: number | null) =>
  mm === null ? words().container.calibration.notSet : withUnit(mm, 'mm')

const FAR_MM = 250

/** More than floors and textile give: somebody should look twice. */
const isFarOff = (distance: number | null, before: number | null): boolean =>
  distance !== null && before !== null && Math.abs(distance - before) > FAR_MM

/** Empty is farther from the sensor than full. */
function faultOf(level: Level, distance: number, container: Container): string | undefined {
  const said = words().container.calibration
  const other = container[level === 'empty' ? FIELD.full : FIELD.empty]
  if (other === null) return undefined
  const fits = level === 'empty' ? distance > other : distance < other
  return fits ? undefined : said.doesNotFit[level](withUnit(other, 'mm'))
}
