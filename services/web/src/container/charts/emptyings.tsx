import type { ContainerHistory } from '@bakwacht/api/contract'
import { moment, percent, weight } from '../../language/format.ts'
import { words } from '../../language/words.ts'

type Emptying = ContainerHistory['emptied'][number]

export function Emptyings({ emptied }: { readonly emptied: readonly Emptying[] }) {
  const said = words().container.charts
  return (
    <>
      <h3>{said.emptyings}</h3>
      {emptied.length === 0 ? (
        <p className="quiet">{said.noEmptyings}</p>
      ) : (
        <ul className="rows">
          {emptied.toReversed().map((emptying) => (
            <li key={emptying.at}>{sentenceOf(emptying)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function sentenceOf({
  at,
  partial,
  before_pct: before,
  after_pct: after,
  by,
  kg,
}: Emptying): string {
  const said = words().container.charts
  const levels = before === null ? [] : [said.fromTo(percent(before), percent(after ?? 0))]
  return [
    `${moment(at)}: ${partial ? said.emptiedPartly : said.emptied}`,
    ...levels,
    ...(kg === null ? [] : [weight(kg)]),
    said.by[by],
  ].join(' · ')
}
