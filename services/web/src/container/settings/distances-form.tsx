import type { Container } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { NumberField } from '../../parts/number-field.tsx'
import { fieldFault, refusal } from '../../parts/refusal.ts'
import { Status } from '../../parts/status.tsx'
import { refreshContainer } from '../refresh.ts'
import { changeContainer } from './change-container.ts'

interface DistancesFormProps {
  readonly container: Container
  readonly onSaved: () => void
  readonly onClose: () => void
}

/** For those who have a measuring tape. */
export function DistancesForm({ container, onSaved, onClose }: DistancesFormProps) {
  const said = words().container.calibration
  const [empty, setEmpty] = useState(container.empty_distance_mm)
  const [full, setFull] = useState(container.full_distance_mm)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: () =>
      changeContainer(container.id, { empty_distance_mm: empty, full_distance_mm: full }),
    onSuccess: async () => {
      await refreshContainer(client)
      onSaved()
    },
  })
  const fault = fieldFault(save.error, 'full_distance_mm') && said.emptyIsFarther
  return (
    <Dialog title={said.byHand} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <NumberField
          label={said.emptyField}
          hint={said.emptyHint}
          unit="mm"
          value={empty}
          onChange={setEmpty}
          min={1}
          max={20_000}
          optional
        />
        <NumberField
          label={said.fullField}
          hint={said.fullHint}
          unit="mm"
          value={full}
          onChange={setFull}
          min={0}
          max={20_000}
          error={fault}
          optional
        />
        <button type="submit" className="main" disabled={save.isPending}>
          {words().parts.save}
        </button>
        <Status fault={refusal(save.error)} />
      </form>
    </Dialog>
  )
}
