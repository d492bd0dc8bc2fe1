// What people set for this container, behind a button: it is read daily and changed once a year.
import type { Container, ContainerState } from '@bakwacht/api/contract'
import { useState } from 'react'
import { useMay } from '../../api/may.ts'
import { number, percent } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Status } from '../../parts/status.tsx'
import { ContainerForm } from '../../register/containers/container-form.tsx'
import { Retire } from '../../register/retire.tsx'
import { Calibration } from './calibration.tsx'

interface SettingsOfProps {
  readonly container: Container
  readonly state: ContainerState
}

export function SettingsOf({ container, state }: SettingsOfProps) {
  const said = words().container.settings
  const edit = useMay('planner')
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{said.title}</h2>
      <p>
        {said.inShort(
          number(container.capacity_l),
          percent(container.fill_threshold_pct),
          container.service_min,
          container.max_days_between_visits,
        )}
      </p>
      {edit && <Editing container={container} />}
      <Calibration container={container} state={state} canEdit={edit} />
      {edit && (
        <div className="retire">
          <Retire
            path="containers"
            thing={container}
            explanation={words().register.retireContainer}
          />
        </div>
      )}
    </section>
  )
}

function Editing({ container }: { readonly container: Container }) {
  const said = words().container.settings
  const parts = words().parts
  const [step, setStep] = useState<'closed' | 'open' | 'saved'>('closed')
  if (step !== 'open')
    return (
      <>
        <button type="button" onClick={() => setStep('open')}>
          {said.change}
        </button>{' '}
        <Status done={step === 'saved' ? parts.saved : undefined} />
      </>
    )
  return (
    <div className="editing">
      <ContainerForm container={container} onSaved={() => setStep('saved')} />
      <button type="button" onClick={() => setStep('closed')}>
        {parts.cancel}
      </button>
    </div>
  )
}
