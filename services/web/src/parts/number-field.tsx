import { useEffect, useRef, useState } from 'react'
import { number } from '../language/format.ts'
import { currentLanguage } from '../language/language.ts'
import { readNumber, writtenNumber } from '../language/read-number.ts'
import { words } from '../language/words.ts'
import { Field, type Labelled } from './field.tsx'

interface NumberFieldProps extends Labelled {
  /** `null`: nothing there, or nothing that is a number; the latter keeps the form from being sent. */
  readonly value: number | null
  readonly onChange: (value: number | null) => void
  /** e.g. `kg`. */
  readonly unit?: string
  readonly required?: boolean
  readonly min?: number
  readonly max?: number
}

/** Takes numbers as people of the page's language write them; what is typed stays as it was typed. */
export function NumberField({
  value,
  onChange,
  unit,
  required = false,
  min = Number.NEGATIVE_INFINITY,
  max = Number.POSITIVE_INFINITY,
  ...labelled
}: NumberFieldProps) {
  const [typed, setTyped] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const text = numberOrNull(typed) === value ? typed : written(value)
  const fault = faultOf(text, min, max)
  useEffect(() => input.current?.setCustomValidity(fault), [fault])
  return (
    <Field {...labelled}>
      {(control) => (
        <span className="with-unit">
          <input
            {...control}
            ref={input}
            inputMode="decimal"
            autoComplete="off"
            required={required}
            value={text}
            onChange={({ target }) => {
              setTyped(target.value)
              onChange(numberOrNull(target.value))
            }}
          />
          {unit}
        </span>
      )}
    </Field>
  )
}

const written = (value: number | null) =>
  value === null ? '' : writtenNumber(value, currentLanguage())

function numberOrNull(text: string): number | null {
  const read = readNumber(text, currentLanguage())
  return Number.isNaN(read) ? null : read
}

function faultOf(text: string, min: number, max: number): string {
  const said = words().parts
  const read = readNumber(text, currentLanguage())
  if (read === null) return ''
  if (Number.isNaN(read)) return said.noNumber
  if (read < min) return said.atLeast(number(min, 3))
  if (read > max) return said.atMost(number(max, 3))
  return ''
}
