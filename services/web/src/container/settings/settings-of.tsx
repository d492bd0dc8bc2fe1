// What people set for this container, behind a button: it is read daily and changed once a year.
import type { Container, ContainerState } from '@bakwacht/api/contract'
import { useState } from 'react'
import { number, percent } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Status } from '../../parts/status.tsx'
import { Calibration } from './calibration.tsx'
import { SettingsForm } from './settings-form.tsx'

interface SettingsOfProps {
  readonly container: Container
  readonly state: ContainerState
}

export function SettingsOf({ container, state }: SettingsOfProps) {
  const said = words().container.settings
  const parts = words().parts
  const [open, setOpen] = useState(false)
  const [saved, setSaved] = useState(false)
  const edit = () => {
    setSaved(false)
    setOpen(true)
  }
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{said.title}</h2>
      {open ? (
        <SettingsForm
          container={container}
          onSaved={() => {
            setSaved(true)
            setOpen(false)
          }}
          onClose={() => setOpen(false)}
        />
      ) : (
        <>
          <p>
            {said.inShort(
              number(container.capacity_l),
              percent(container.fill_threshold_pct),
              container.service_min,
              container.max_days_between_visits,
            )}
          </p>
          <button type="button" onClick={edit}>
            {said.change}
          </button>
        </>
      )}{' '}
      <Status done={saved ? parts.saved : undefined} />
      <Calibration container={container} state={state} />
    </section>
  )
}
