import { addDays } from '@bakwacht/domain'
import { useState } from 'react'
import { dateOf, midnight, moment } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { TextField } from '../../parts/text-field.tsx'
import type { View } from './charts.tsx'
import { moved, PRESETS, type Preset, type Span, zoomed } from './view.ts'

interface TimeControlsProps {
  readonly view: View
  readonly span: Span
  readonly show: (view: View) => void
  /** `undefined`: there is nothing to go back to. */
  readonly back: (() => void) | undefined
}

export function TimeControls({ view, span, show, back }: TimeControlsProps) {
  const said = words().container.charts
  const presets = Object.keys(PRESETS) as Preset[]
  return (
    <div className="time-controls">
      <fieldset aria-label={said.range}>
        {presets.map((preset) => (
          <button
            key={preset}
            type="button"
            aria-pressed={view === preset}
            onClick={() => show(preset)}
          >
            {said[preset]}
          </button>
        ))}
      </fieldset>
      <fieldset aria-label={said.move}>
        <Icon label={said.earlier} sign="←" press={() => show(moved(span, -0.5))} />
        <Icon label={said.later} sign="→" press={() => show(moved(span, 0.5))} />
        <Icon label={said.closer} sign="+" press={() => show(zoomed(span, 0.5))} />
        <Icon label={said.wider} sign="−" press={() => show(zoomed(span, 2))} />
        <button type="button" disabled={back === undefined} onClick={back}>
          {said.back}
        </button>
      </fieldset>
      <details>
        <summary>{said.ownDates}</summary>
        <OwnDates key={`${span.from} ${span.to}`} span={span} show={show} />
      </details>
      <p className="quiet" role="status">
        {said.shown(moment(span.from), moment(span.to))}
      </p>
    </div>
  )
}

interface IconProps {
  readonly label: string
  readonly sign: string
  readonly press: () => void
}

const Icon = ({ label, sign, press }: IconProps) => (
  <button type="button" className="icon" aria-label={label} title={label} onClick={press}>
    {sign}
  </button>
)

function OwnDates({ span, show }: Pick<TimeControlsProps, 'span' | 'show'>) {
  const said = words().container.charts
  const [from, setFrom] = useState(dateOf(span.from))
  const [to, setTo] = useState(dateOf(span.to - 1))
  return (
    <form
      className="own-dates"
      onSubmit={(event) => {
        event.preventDefault()
        show({ from: midnight(from), to: midnight(addDays(to, 1)) })
      }}
    >
      <TextField type="date" label={said.firstDay} value={from} onChange={setFrom} required />
      <TextField
        type="date"
        label={said.lastDay}
        value={to}
        onChange={setTo}
        required
        fault={to < from ? said.endsBefore : undefined}
      />
      <button type="submit">{said.show}</button>
    </form>
  )
}
