import type { Calendar, Depot } from '@bakwacht/api/contract'
import { dayName } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { SelectField } from '../../parts/select-field.tsx'
import { TextField } from '../../parts/text-field.tsx'

type Closed = Calendar['closed'][number]

interface ClosedDaysProps {
  readonly closed: readonly Closed[]
  readonly depots: readonly Depot[]
  readonly onChange: (closed: Closed[]) => void
}

export function ClosedDays({ closed, depots, onChange }: ClosedDaysProps) {
  const said = words().settings.calendar
  const change = (index: number, part: Partial<Closed>) =>
    onChange(closed.map((day, at) => (at === index ? { ...day, ...part } : day)))
  return (
    <section>
      <h2>{said.closed}</h2>
      {closed.length === 0 && <p className="quiet">{said.noClosed}</p>}
      {closed.map((day, index) => (
        <div className="calendar-entry" key={index}>
          <TextField
            label={said.date}
            type="date"
            required
            value={day.date}
            onChange={(date) => change(index, { date })}
          />
          <TextField
            label={said.name}
            optional
            value={day.name}
            onChange={(name) => change(index, { name })}
          />
          {depots.length > 1 && (
            <SelectField
              label={said.where}
              value={day.depot_id ?? ''}
              onChange={(id) => change(index, { depot_id: id === '' ? null : id })}
              choices={[
                { value: '', label: said.everywhere },
                ...depots.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
          <button
            type="button"
            aria-label={said.removeClosed(day.name || dayName(day.date))}
            onClick={() => onChange(closed.filter((_, at) => at !== index))}
          >
            ✕
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => onChange([...closed, { date: '', depot_id: null, name: '' }])}
      >
        {said.addClosed}
      </button>
    </section>
  )
}
