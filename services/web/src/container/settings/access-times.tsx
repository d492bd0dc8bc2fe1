import type { Container } from '@bakwacht/api/contract'
import { weekday } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { CheckboxField } from '../../parts/checkbox-field.tsx'
import { TimeRangeField } from '../../parts/time-range-field.tsx'

type Access = Container['access']
type Times = Access[number]

interface AccessTimesProps {
  readonly label: string
  readonly value: Access
  readonly onChange: (access: Access) => void
  readonly error: string | undefined
}

const WORKDAYS: Times = { days: [1, 2, 3, 4, 5], from: '07:00', to: '18:00' }
const WEEK = [1, 2, 3, 4, 5, 6, 7]

/** In which hours of which days it may be visited; none: always. */
export function AccessTimes({ label, value, onChange, error }: AccessTimesProps) {
  const said = words().container.settings
  const change = (index: number, times: Times) => onChange(value.with(index, times))
  return (
    <fieldset>
      <legend>{label}</legend>
      <p className="quiet">{value.length === 0 ? said.always : said.onlyThen}</p>
      {value.map((times, index) => (
        <div className="access" key={index}>
          <div className="days">
            {WEEK.map((day) => (
              <CheckboxField
                key={day}
                label={weekday(day)}
                checked={times.days.includes(day)}
                onChange={(on) => change(index, { ...times, days: withDay(times.days, day, on) })}
              />
            ))}
          </div>
          <TimeRangeField
            label={said.hours}
            value={times}
            onChange={(range) => change(index, { ...times, ...range })}
          />
          <button type="button" onClick={() => onChange(value.toSpliced(index, 1))}>
            {said.removeTimes}
          </button>
        </div>
      ))}
      <button type="button" onClick={() => onChange([...value, WORKDAYS])}>
        {said.addTimes}
      </button>
      {error !== undefined && (
        <p className="fault" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

const withDay = (days: readonly number[], day: number, on: boolean): number[] =>
  on ? [...days, day].sort() : days.filter((one) => one !== day)
