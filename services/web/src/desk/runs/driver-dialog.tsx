import type { Run } from '@bakwacht/api/contract'
import { useState } from 'react'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useDesk } from '../desk-context.ts'

interface DriverDialogProps {
  readonly run: Run
  readonly name: string
  readonly onClose: () => void
}

export function DriverDialog({ run, name, onClose }: DriverDialogProps) {
  const said = words().desk.run
  const { edit } = useDesk()
  const [driver, setDriver] = useState(run.driver ?? '')
  const save = () => {
    edit?.make({
      title: said.driverOf(name),
      ops: [{ op: 'assign_driver', run_id: run.id, driver: driver.trim() || null }],
    })
    onClose()
  }
  return (
    <Dialog title={said.driverOf(name)} onClose={onClose}>
      <form action={save}>
        <TextField label={said.driver} hint={said.driverHint} value={driver} onChange={setDriver} />
        <button type="submit" className="main">
          {words().parts.save}
        </button>
      </form>
    </Dialog>
  )
}
