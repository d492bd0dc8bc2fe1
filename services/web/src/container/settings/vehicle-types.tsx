import type { Container } from '@bakwacht/api/contract'
import { useQuery } from '@tanstack/react-query'
import { vehiclesQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { CheckboxField } from '../../parts/checkbox-field.tsx'

type Types = Container['vehicle_types']

interface VehicleTypesProps {
  readonly label: string
  readonly value: Types
  readonly onChange: (types: Types) => void
}

/** Which vehicles can come here; null: all of them. */
export function VehicleTypes({ label, value, onChange }: VehicleTypesProps) {
  const said = words().container.settings
  const { data: vehicles = [] } = useQuery(vehiclesQuery)
  const types = [...new Set([...vehicles.map(({ type }) => type), ...(value ?? [])])].sort()
  return (
    <fieldset>
      <legend>{label}</legend>
      <CheckboxField
        label={said.allVehicles}
        checked={value === null}
        onChange={(all) => onChange(all ? null : types)}
      />
      {value !== null &&
        types.map((type) => (
          <CheckboxField
            key={type}
            label={type}
            checked={value.includes(type)}
            onChange={(on) =>
              onChange(on ? [...value, type] : value.filter((other) => other !== type))
            }
          />
        ))}
    </fieldset>
  )
}
