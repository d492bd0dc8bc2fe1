import type { Calendar } from '@bakwacht/api/contract'
import { words } from '../../language/words.ts'
import { TextField } from '../../parts/text-field.tsx'

type Absence = Calendar['driver_absence'][number]

interface AbsenceListProps {
  readonly absences: readonly Absence[]
  readonly onChange: (absences: Absence[]) => void
}

export function AbsenceList({ absences, onChange }: AbsenceListProps) {
  const said = words().settings.calendar
  const change = (index: number, part: Partial<Absence>) =>
    onChange(absences.map((one, at) => (at === index ? { ...one, ...part } : one)))
  return (
    <section>
      <h2>{said.absence}</h2>
      {absences.length === 0 && <p className="quiet">{said.noAbsence}</p>}
      {absences.map(({ driver, from, to }, index) => (
        <div className="calendar-entry" key={index}>
          <TextField
            label={said.driver}
            required
            value={driver}
            onChange={(name) => change(index, { driver: name })}
          />
          <TextField
            label={said.from}
            type="date"
            required
            value={from}
            onChange={(date) => change(index, { from: date, ...(to === '' && { to: date }) })}
          />
          <TextField
            label={said.to}
            type="date"
            required
            fault={from !== '' && to !== '' && to < from ? said.toBeforeFrom : undefined}
            value={to}
            onChange={(date) => change(index, { to: date })}
          />
          <button
            type="button"
            aria-label={said.removeAbsence(driver)}
            onClick={() => onChange(absences.filter((_, at) => at !== index))}
          >
            ✕
          </button>
        </div>
      ))}
      <button
        type="button"
        onClick={() => onChange([...absences, { driver: '', from: '', to: '' }])}
      >
        {said.addAbsence}
      </button>
    </section>
  )
}
