import type { Trial } from '@bakwacht/api/contract'
import { euro, hoursMinutes, kilometres, number, signed, weight } from '../../language/format.ts'
import { words } from '../../language/words.ts'

type Side = Trial['before']
type Row = keyof ReturnType<typeof words>['settings']['trial']['rows']

const FIGURES: Readonly<Record<Row, readonly [(side: Side) => number, (value: number) => string]>> =
  {
    bins: [({ bins }) => bins, (value) => number(value)],
    runs: [({ runs }) => runs, (value) => number(value)],
    distance: [({ distance_m }) => distance_m, kilometres],
    hours: [({ duration_s }) => duration_s, hoursMinutes],
    kg: [({ kg }) => kg, weight],
    cost: [({ cost }) => cost, euro],
    overflows: [({ overflows }) => overflows, (value) => number(value, 1)],
  }

export function TrialFigures({ trial: { before, after } }: { readonly trial: Trial }) {
  const said = words().settings.trial
  return (
    <table>
      <caption className="unseen">{said.title}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col" className="number">
            {said.before}
          </th>
          <th scope="col" className="number">
            {said.after}
          </th>
          <th scope="col" className="number">
            {said.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {(Object.keys(FIGURES) as Row[]).map((row) => {
          const [of, say] = FIGURES[row]
          const [was, becomes] = [say(of(before)), say(of(after))]
          return (
            <tr key={row}>
              <th scope="row">{said.rows[row]}</th>
              <td className="number">{was}</td>
              <td className="number">{becomes}</td>
              <td className="number">
                {was === becomes ? '–' : signed(of(after) - of(before), say)}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
