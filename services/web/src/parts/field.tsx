// A label, what helps to fill it in, and what is wrong: tied to the control for those who do not see it.
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { words } from '../language/words.ts'
import './field.css'

export interface Labelled {
  readonly label: string
  /** What helps to fill it in, e.g. the default. */
  readonly hint?: ReactNode
  /** What is wrong with it, e.g. as the server said. */
  readonly error?: string | undefined
  /** Says "(not required)" after the label. */
  readonly optional?: boolean
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

/** What a control takes over, so that label, hint and fault belong to it. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean
  readonly onInvalid: (event: FormEvent<Control>) => void
}

interface Found {
  readonly control: Control
  readonly fault: string
}

interface FieldProps extends Labelled {
  readonly className?: string
  readonly children: (control: ControlProps) => ReactNode
}

/**
 * A form that is sent with something missing says so here, in the page's language and beside the field;
 * the first such field gets the focus. Plain `<form onSubmit>` is enough for that.
 */
export function Field({ label, hint, error, optional, className = '', children }: FieldProps) {
  const id = useId()
  const [found, setFound] = useState<Found>()
  const fault = found?.fault ?? error
  useEffect(() => {
    // Mended from elsewhere, e.g. by a button beside it.
    if (found?.control.validity.valid === true) setFound(undefined)
  })
  const onInvalid = (event: FormEvent<Control>) => {
    event.preventDefault()
    const control = event.currentTarget
    setFound({ control, fault: faultOf(control) })
    control.closest('details')?.setAttribute('open', '')
    if (control.form?.querySelector(':invalid:not(fieldset)') === control) control.focus()
  }
  const about = [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-fault`]
  return (
    <div className={`field ${className}`} onInput={() => setFound(undefined)}>
      <label htmlFor={id}>
        {label}
        {optional === true && <span className="quiet"> {words().parts.optional}</span>}
      </label>
      {children({
        id,
        'aria-describedby': about.filter((one) => one !== false).join(' ') || undefined,
        'aria-invalid': fault !== undefined,
        onInvalid,
      })}
      {hint !== undefined && (
        <p className="hint quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {fault !== undefined && (
        <p className="fault" id={`${id}-fault`} role="alert">
          {fault}
        </p>
      )}
    </div>
  )
}

const faultOf = (control: Control): string =>
  control.validity.customError ? control.validationMessage : words().parts.missing
