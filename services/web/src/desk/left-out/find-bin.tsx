// One field for "is this bin collected, and why not?", over the whole fleet.
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { NoSuitable } from '../../kinds/no-suitable.tsx'
import { clock, number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { useDesk, vehicleName } from '../desk-context.ts'
import { BinLine } from './bin-line.tsx'
import { type FoundBin, findBins } from './find-bin.ts'

const MOST_SHOWN = 8

export function FindBin() {
  const said = words().desk.find
  const field = useId()
  const { bins, plan } = useDesk()
  const [wish, setWish] = useState('')
  const asked = useDeferredValue(wish)
  const all = useMemo(() => [...bins.values()], [bins])
  const found = useMemo(() => findBins(asked, all, plan), [asked, all, plan])
  return (
    <search className="find-bin">
      <label htmlFor={field}>{said.label}</label>
      <input
        id={field}
        type="search"
        value={wish}
        autoComplete="off"
        onChange={({ target }) => setWish(target.value)}
      />
      {asked.trim() !== '' && (
        <div aria-live="polite">
          {found.length === 0 && <p>{said.none}</p>}
          <ul className="rows">
            {found.slice(0, MOST_SHOWN).map((bin) => (
              <BinLine key={bin.id} id={bin.id} canAdd={bin.visit === undefined}>
                <WhereAndWhy bin={bin} />
              </BinLine>
            ))}
          </ul>
          {found.length > MOST_SHOWN && (
            <p className="quiet">{said.more(number(found.length - MOST_SHOWN))}</p>
          )}
        </div>
      )}
    </search>
  )
}

function WhereAndWhy({ bin: { id, visit, leftOut } }: { readonly bin: FoundBin }) {
  const said = words().desk.find
  const desk = useDesk()
  if (visit)
    return (
      <>
        <strong>
          {said.visit(vehicleName(desk, visit.run), visit.stop.seq, clock(visit.stop.arrival))}
        </strong>{' '}
        {visit.stop.reason.text}
      </>
    )
  if (leftOut)
    return (
      <>
        <strong>{said.left}</strong> {leftOut.reason.text}
        <NoSuitable
          evidence={leftOut.reason.evidence}
          depotId={desk.bins.get(id)?.depot_id ?? desk.plan.depot_id}
        />
      </>
    )
  return said.unknown
}
