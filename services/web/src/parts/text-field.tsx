import { useEffect, useRef } from 'react'
import { Field, type Labelled } from './field.tsx'

interface TextFieldProps extends Labelled {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly required?: boolean
  readonly maxLength?: number
  /** What is wrong with what stands there now; the form is not sent before that is mended. */
  readonly fault?: string | undefined
  readonly autoComplete?: string
  readonly type?: 'text' | 'search' | 'date' | 'password'
}

export function TextField({
  value,
  onChange,
  required = false,
  maxLength = 200,
  fault = '',
  autoComplete = 'off',
  type = 'text',
  ...labelled
}: TextFieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.setCustomValidity(fault), [fault])
  return (
    <Field {...labelled}>
      {(control) => (
        <input
          {...control}
          ref={input}
          type={type}
          value={value}
          required={required}
          maxLength={maxLength}
          autoComplete={autoComplete}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
