import { useEffect, useId, useRef } from 'react'
import { words } from '../language/words.ts'
import './time-range-field.css'

export interface TimeRange {
  /** `HH:MM`, 00:00 to 24:00. */
  readonly from: string
  readonly to: string
}

interface TimeRangeFieldProps {
  readonly label: string
  readonly hint?: string
  readonly value: TimeRange
  readonly onChange: (value: TimeRange) => void
}

/** Two clock times of one day. Midnight at its end is 24:00 to the API and 00:00 to a clock. */
export function TimeRangeField({ label, hint, value, onChange }: TimeRangeFieldProps) {
  const said = words().parts
  const id = useId()
  const until = useRef<HTMLInputElement>(null)
  const fault = value.from < value.to ? '' : said.endsBeforeItStarts
  useEffect(() => until.current?.setCustomValidity(fault), [fault])
  const about = `${id}-hint ${id}-fault`
  return (
    <fieldset className="time-range" aria-describedby={about}>
      <legend>{label}</legend>
      <span className="time">
        <label htmlFor={`${id}-from`}>{said.from}</label>
        <input
          id={`${id}-from`}
          type="time"
          required
          value={value.from}
          onChange={({ target }) => onChange({ ...value, from: target.value })}
        />
      </span>
      <span className="time">
        <label htmlFor={`${id}-to`}>{said.to}</label>
        <input
          id={`${id}-to`}
          ref={until}
          type="time"
          required
          aria-invalid={fault !== ''}
          value={value.to === '24:00' ? '00:00' : value.to}
          onChange={({ target }) =>
            onChange({ ...value, to: target.value === '00:00' ? '24:00' : target.value })
          }
        />
      </span>
      {hint !== undefined && (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className="fault" id={`${id}-fault`} role="alert">
        {fault}
      </p>
    </fieldset>
  )
}
