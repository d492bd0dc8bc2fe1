// The weekly times in which a place may be visited; none: always.
import type { Container } from '@bakwacht/api/contract'
import { dayOfWeek } from '../language/day-of-week.ts'
import { words } from '../language/words.ts'
import { CheckboxField } from '../parts/checkbox-field.tsx'
import { TimeRangeField } from '../parts/time-range-field.tsx'
import './access-field.css'

type Window = Container['access'][number]

interface AccessFieldProps {
  readonly value: readonly Window[]
  readonly onChange: (value: Window[]) => void
}

const DAYS = [1, 2, 3, 4, 5, 6, 7]
const USUAL: Window = { days: [1, 2, 3, 4, 5], from: '07:00', to: '18:00' }

export function AccessField({ value, onChange }: AccessFieldProps) {
  const said = words().register
  const change = (at: number, window: Window) => onChange(value.with(at, window))
  return (
    <fieldset className="access">
      <legend>{said.access}</legend>
      {value.length === 0 && <p className="quiet">{said.accessAlways}</p>}
      {value.map((window, at) => (
        <div key={at} className="window">
          <div className="days">
            {DAYS.map((day) => (
              <CheckboxField
                key={day}
                label={dayOfWeek(day)}
                checked={window.days.includes(day)}
                onChange={(checked) => change(at, withDay(window, day, checked))}
              />
            ))}
          </div>
          <TimeRangeField
            label={said.accessHours}
            value={window}
            onChange={(times) => change(at, { ...window, ...times })}
          />
          <button type="button" onClick={() => onChange(value.filter((one) => one !== window))}>
            {said.accessRemove}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...value, USUAL])}>
        {said.accessAdd}
      </button>
    </fieldset>
  )
}

/** The last day stays: a window without days is none. */
function withDay(window: Window, day: number, checked: boolean): Window {
  const days = DAYS.filter((one) => (one === day ? checked : window.days.includes(one)))
  return days.length === 0 ? window : { ...window, days }
}
