import { useQuery } from '@tanstack/react-query'
import { vehiclesQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { CheckboxField } from '../../parts/checkbox-field.tsx'

interface VehicleTypesFieldProps {
  /** `null`: every type. */
  readonly value: readonly string[] | null
  readonly onChange: (value: string[] | null) => void
}

/** Which kinds of vehicle can empty it. Where there is one kind alone there is nothing to choose. */
export function VehicleTypesField({ value, onChange }: VehicleTypesFieldProps) {
  const said = words().register
  const { data: vehicles = [] } = useQuery(vehiclesQuery)
  const types = [...new Set([...vehicles.map(({ type }) => type), ...(value ?? [])])].sort()
  if (types.length < 2) return null
  const chosen = value ?? types
  return (
    <fieldset className="access">
      <legend>{said.vehicleTypes}</legend>
      {types.map((type) => (
        <CheckboxField
          key={type}
          label={type}
          checked={chosen.includes(type)}
          onChange={(checked) => onChange(withType(types, chosen, type, checked))}
        />
      ))}
    </fieldset>
  )
}

/** All of them is every type, also those to come; none would leave the container to nobody. */
function withType(
  types: readonly string[],
  chosen: readonly string[],
  type: string,
  checked: boolean,
): string[] | null {
  const after = types.filter((one) => (one === type ? checked : chosen.includes(one)))
  return after.length === types.length || after.length === 0 ? null : after
}
