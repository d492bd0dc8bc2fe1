import { type FormEvent, useState } from 'react'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { MOST_KG } from '../run/answers.ts'
import { Sheet, type SheetProps } from './sheet.tsx'

interface ScaleSheetProps extends SheetProps {
  readonly onDone: (kg: number | null) => void
}

/** What the scale said at unloading, where there is one. */
export function ScaleSheet({ isTakenOut, onClose, onDone }: ScaleSheetProps) {
  const said = words().driver
  const [kg, setKg] = useState<number | null>(null)
  const send = (event: FormEvent) => {
    event.preventDefault()
    onDone(kg)
  }
  return (
    <Sheet isTakenOut={isTakenOut} title={said.unloaded} onClose={onClose}>
      <form onSubmit={send}>
        <NumberField
          label={said.unloadKg}
          unit="kg"
          value={kg}
          onChange={setKg}
          min={0}
          max={MOST_KG}
        />
        <button type="submit" className="main">
          {said.ok}
        </button>
      </form>
    </Sheet>
  )
}
