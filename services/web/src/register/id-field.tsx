import { words } from '../language/words.ts'
import { TextField } from '../parts/text-field.tsx'
import { isId } from './id-from-name.ts'

interface IdFieldProps {
  readonly value: string
  /** Not given: the code stands and cannot change. */
  readonly onChange?: (value: string) => void
  readonly taken: ReadonlySet<string>
}

export function IdField({ value, onChange, taken }: IdFieldProps) {
  const said = words().register
  if (onChange === undefined)
    return (
      <p>
        <span className="quiet">{said.code}:</span> {value}
      </p>
    )
  const fault =
    value !== '' && !isId(value) ? said.codeWrong : taken.has(value) ? said.codeTaken : ''
  return (
    <TextField
      label={said.code}
      hint={said.codeHint}
      value={value}
      onChange={onChange}
      required
      maxLength={64}
      fault={fault}
      error={fault === '' ? undefined : fault}
    />
  )
}
