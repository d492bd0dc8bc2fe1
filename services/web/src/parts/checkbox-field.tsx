import { Field, type Labelled } from './field.tsx'

interface CheckboxFieldProps extends Labelled {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export const CheckboxField = ({ checked, onChange, ...labelled }: CheckboxFieldProps) => (
  <Field {...labelled} className="tick">
    {(control) => (
      <input
        {...control}
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
      />
    )}
  </Field>
)
