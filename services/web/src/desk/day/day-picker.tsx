import type { Depot } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { calendarQuery } from '../../api/queries.ts'
import { dayName, dayWithin } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { dayAfter, nextWorkingDay } from './which-day.ts'

interface DayPickerProps {
  readonly date: string
  readonly today: string
  readonly depot: string | null
  readonly depots: readonly Depot[]
  readonly onPick: (wish: { readonly date?: string; readonly depot?: string | null }) => void
}

/** Today and the next working day in one click, any other day in two. */
export function DayPicker({ date, today, depot, depots, onPick }: DayPickerProps) {
  const said = words().desk.day
  const field = useId()
  const calendar = useQuery(calendarQuery)
  const next = nextWorkingDay(today, calendar.data ?? { closed: [], working_days: [1, 2, 3, 4, 5] })
  return (
    <div className="day-picker">
      <h1>{dayName(date)}</h1>
      <button
        type="button"
        className="step"
        aria-label={said.before}
        onClick={() => onPick({ date: dayAfter(date, -1) })}
      >
        ‹
      </button>
      <button
        type="button"
        className="step"
        aria-label={said.after}
        onClick={() => onPick({ date: dayAfter(date) })}
      >
        ›
      </button>
      <label htmlFor={field} className="unseen">
        {said.pick}
      </label>
      <input
        id={field}
        type="date"
        value={date}
        onChange={({ target }) => target.value !== '' && onPick({ date: target.value })}
      />
      {date !== today && (
        <button type="button" onClick={() => onPick({ date: today })}>
          {said.today}
        </button>
      )}
      {date !== next && (
        <button type="button" onClick={() => onPick({ date: next })}>
          {said.next(dayWithin(next))}
        </button>
      )}
      {depots.length > 1 && (
        <select
          aria-label={said.depot}
          value={depot ?? ''}
          onChange={({ target }) => onPick({ depot: target.value === '' ? null : target.value })}
        >
          <option value="">{said.allDepots}</option>
          {depots.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}
