import type { Stop } from '@bakwacht/api/contract'
import { type FormEvent, useState } from 'react'
import { weight } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import {
  type Amount,
  type Answer,
  amountKg,
  emptied,
  MOST_KG,
  type Wetness,
} from '../run/answers.ts'
import { Choice } from './choice.tsx'
import { Sheet, type SheetProps } from './sheet.tsx'

interface AmountSheetProps extends SheetProps {
  readonly stop: Stop
  /** Nothing given: as expected, and dry; that is stored already. */
  readonly onDone: (answer?: Answer) => void
}

const ROUGHLY = ['expected', 'less', 'more'] as const
const WETNESSES = ['dry', 'partly', 'wet'] as const

/** After "emptied": how much it was, and how wet. */
export function AmountSheet({ isTakenOut, stop, onClose, onDone }: AmountSheetProps) {
  const said = words().driver
  const [amount, setAmount] = useState<Amount | 'typed'>('expected')
  const [kg, setKg] = useState<number | null>(null)
  const [wet, setWet] = useState<Wetness>('dry')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (amount === 'expected' && wet === 'dry') return onDone()
    const given = amount === 'typed' ? { kg: kg ?? 0 } : amount
    onDone(emptied(stop, given, wet))
  }
  return (
    <Sheet isTakenOut={isTakenOut} title={`✓ ${said.emptied}`} onClose={onClose}>
      <form onSubmit={send}>
        <fieldset>
          <legend>{said.howMuch}</legend>
          {ROUGHLY.map((one) => (
            <Choice
              key={one}
              name="amount"
              label={said.amounts[one](weight(amountKg(stop, one)))}
              chosen={amount === one}
              onChoose={() => setAmount(one)}
            />
          ))}
          <Choice
            name="amount"
            label={said.amounts.typed}
            chosen={amount === 'typed'}
            onChoose={() => setAmount('typed')}
          />
          {amount === 'typed' && (
            <NumberField
              label={said.kilograms}
              unit="kg"
              value={kg}
              onChange={setKg}
              required
              min={0}
              max={MOST_KG}
            />
          )}
        </fieldset>
        <fieldset className="in-a-row">
          <legend>{said.howWet}</legend>
          {WETNESSES.map((one) => (
            <Choice
              key={one}
              name="wet"
              label={said.wetness[one]}
              chosen={wet === one}
              onChoose={() => setWet(one)}
            />
          ))}
        </fieldset>
        <button type="submit" className="main">
          {said.ok}
        </button>
      </form>
    </Sheet>
  )
}
