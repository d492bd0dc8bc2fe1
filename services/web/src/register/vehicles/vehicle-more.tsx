import type { Vehicle } from '@bakwacht/api/contract'
import { words } from '../../language/words.ts'
import { NumberField } from '../../parts/number-field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { TimeRangeField } from '../../parts/time-range-field.tsx'
import type { Loose } from '../loose.ts'
import { AwayField } from './away-field.tsx'

export type VehicleDraft = Omit<Loose<Vehicle>, 'cost'> & { readonly cost: Loose<Vehicle['cost']> }

interface VehicleMoreProps {
  readonly draft: VehicleDraft
  readonly change: (changed: Partial<VehicleDraft>) => void
}

const SIZES = ['height_m', 'width_m', 'length_m', 'weight_t'] as const
const COSTS = ['fixed', 'per_km', 'per_hour'] as const

/** What has a usual value: hours, driver, cost, size. */
export function VehicleMore({ draft, change }: VehicleMoreProps) {
  const said = words().register
  return (
    <>
      <TimeRangeField
        label={said.shift}
        hint={said.shiftHint}
        value={draft.shift}
        onChange={(shift) => change({ shift })}
      />
      <div className="pair">
        <NumberField
          label={said.maxHours}
          unit={said.hours}
          value={draft.max_hours}
          onChange={(max_hours) => change({ max_hours })}
          required
          min={0.5}
          max={24}
        />
        <NumberField
          label={said.break}
          unit={said.minutes}
          value={draft.break_min}
          onChange={(break_min) => change({ break_min })}
          required
          min={0}
          max={480}
        />
      </div>
      <AwayField value={draft.unavailable} onChange={(unavailable) => change({ unavailable })} />
      <TextField
        label={said.driver}
        hint={said.driverHint}
        optional
        value={draft.driver ?? ''}
        onChange={(driver) => change({ driver: driver.trim() === '' ? null : driver })}
      />
      <div className="pair">
        {COSTS.map((key) => (
          <NumberField
            key={key}
            label={said.costs[key]}
            unit="€"
            value={draft.cost[key]}
            onChange={(value) => change({ cost: { ...draft.cost, [key]: value } })}
            required
            min={0}
          />
        ))}
      </div>
      <TextField
        label={said.vehicleType}
        hint={said.vehicleTypeHint}
        value={draft.type}
        onChange={(type) => change({ type })}
        required
        maxLength={64}
      />
      <p className="quiet">{said.sizeHint}</p>
      <div className="pair">
        {SIZES.map((key) => (
          <NumberField
            key={key}
            label={said.sizes[key]}
            unit={key === 'weight_t' ? 't' : 'm'}
            optional
            value={draft[key]}
            onChange={(value) => change({ [key]: value })}
            min={0.1}
            max={LARGEST[key]}
          />
        ))}
      </div>
    </>
  )
}

const LARGEST = { height_m: 10, width_m: 10, length_m: 50, weight_t: 100 } as const
