import { words } from '../../language/words.ts'
import { TextField } from '../../parts/text-field.tsx'

interface OwnWordsProps {
  readonly value: string
  readonly onChange: (text: string) => void
}

/** What no pictogram says; blanks alone are nothing said. */
export function OwnWords({ value, onChange }: OwnWordsProps) {
  const said = words().driver
  return (
    <TextField
      label={said.inYourWords}
      value={value}
      onChange={onChange}
      maxLength={500}
      required
      fault={value !== '' && value.trim() === '' ? said.saySomething : ''}
    />
  )
}
