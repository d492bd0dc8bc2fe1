// So humid for so long: the steps from which damp air is watched.
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import type { WatchStep } from './setting-value.ts'
import { shownStep } from './shown-value.ts'

const MOST_STEPS = 10

interface WatchStepsProps {
  readonly label: string
  readonly hint: string
  readonly error: string | undefined
  readonly steps: readonly WatchStep[]
  readonly onChange: (steps: readonly WatchStep[]) => void
}

export function WatchSteps({ label, hint, error, steps, onChange }: WatchStepsProps) {
  const { watch, units } = words().settings
  const change = (index: number, part: Partial<WatchStep>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)))
  return (
    <fieldset className="watch-steps">
      <legend>{label}</legend>
      <p className="quiet">{hint}</p>
      {steps.map((step, index) => (
        <div key={index} className="watch-step">
          <NumberField
            label={watch.humidity}
            unit={units.pct}
            {...{ min: 0, max: 100, required: true }}
            value={step.rh_pct}
            onChange={(rh_pct) => change(index, { rh_pct: rh_pct as number })}
          />
          <NumberField
            label={watch.hours}
            unit={units.hours}
            {...{ min: 0, max: 8784, required: true }}
            value={step.hours}
            onChange={(hours) => change(index, { hours: hours as number })}
          />
          <button
            type="button"
            aria-label={watch.remove(shownStep(step))}
            onClick={() => onChange(steps.filter((_, at) => at !== index))}
          >
            ✕
          </button>
        </div>
      ))}
      {steps.length < MOST_STEPS && (
        <button type="button" onClick={() => onChange([...steps, { rh_pct: 90, hours: 24 }])}>
          {watch.add}
        </button>
      )}
      {error !== undefined && (
        <p className="fault" role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}
