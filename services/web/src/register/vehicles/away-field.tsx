// The days on which a vehicle does not drive: in the garage, lent out.
import type { Vehicle } from '@bakwacht/api/contract'
import { addDays } from '@bakwacht/domain'
import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../api/queries.ts'
import { dateOf, midnight } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { TextField } from '../../parts/text-field.tsx'

type Span = Vehicle['unavailable'][number]

interface AwayFieldProps {
  readonly value: readonly Span[]
  readonly onChange: (value: Span[]) => void
}

export function AwayField({ value, onChange }: AwayFieldProps) {
  const said = words().register
  const now = useQuery(sessionQuery).data?.now
  const today = now === undefined ? undefined : dateOf(now)
  return (
    <fieldset className="access">
      <legend>{said.away}</legend>
      {value.length === 0 && <p className="quiet">{said.awayNever}</p>}
      {value.map((span, at) => {
        const [first, last] = [dateOf(span.from), dateOf(Date.parse(span.to) - 1)]
        const change = (from: string, to: string) =>
          from !== '' && to !== '' && onChange(value.with(at, spanOf(from, to)))
        return (
          <div key={`${at} of ${value.length}`} className="window">
            <div className="pair">
              <TextField
                type="date"
                label={said.awayFrom}
                value={first}
                required
                onChange={(date) => change(date, last)}
              />
              <TextField
                type="date"
                label={said.awayTo}
                value={last}
                required
                onChange={(date) => change(first, date)}
                fault={last < first ? words().parts.endsBeforeItStarts : ''}
              />
            </div>
            <button type="button" onClick={() => onChange(value.filter((one) => one !== span))}>
              {said.awayRemove}
            </button>
          </div>
        )
      })}
      {today !== undefined && (
        <button type="button" onClick={() => onChange([...value, spanOf(today, today)])}>
          {said.awayAdd}
        </button>
      )}
    </fieldset>
  )
}

/** Both days included. */
const spanOf = (first: string, last: string): Span => ({
  from: new Date(midnight(first)).toISOString(),
  to: new Date(midnight(addDays(last, 1))).toISOString(),
})
