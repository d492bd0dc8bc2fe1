import { Field, type Labelled } from './field.tsx'

export interface Choice {
  readonly value: string
  readonly label: string
}

interface SelectFieldProps extends Labelled {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly choices: readonly Choice[]
  readonly required?: boolean
}

export const SelectField = ({
  value,
  onChange,
  choices,
  required = false,
  ...labelled
}: SelectFieldProps) => (
  <Field {...labelled}>
    {(control) => (
      <select
        {...control}
        value={value}
        required={required}
        onChange={({ target }) => onChange(target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
