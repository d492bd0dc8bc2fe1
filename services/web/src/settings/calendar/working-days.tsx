import { useEffect, useRef } from 'react'
import { weekdayName } from '../../language/format.ts'
import { words } from '../../language/words.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

interface WorkingDaysProps {
  /** 1 Monday … 7 Sunday. */
  readonly days: readonly number[]
  readonly onChange: (days: number[]) => void
}

export function WorkingDays({ days, onChange }: WorkingDaysProps) {
  const said = words().settings.calendar
  const first = useRef<HTMLInputElement>(null)
  const fault = days.length === 0 ? said.noDay : ''
  useEffect(() => first.current?.setCustomValidity(fault), [fault])
  return (
    <fieldset className="weekdays">
      <legend>{said.workingDays}</legend>
      {WEEK.map((day) => (
        <label key={day}>
          <input
            ref={day === 1 ? first : undefined}
            type="checkbox"
            checked={days.includes(day)}
            onChange={({ target: { checked } }) =>
              onChange(WEEK.filter((one) => (one === day ? checked : days.includes(one))))
            }
          />
          {weekdayName(day)}
        </label>
      ))}
      <p className="fault" role="alert">
        {fault}
      </p>
    </fieldset>
  )
}
