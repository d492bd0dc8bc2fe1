import { useMemo, useState } from 'react'
import { NoSuitable } from '../../kinds/no-suitable.tsx'
import { locale, number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { binName, useDesk } from '../desk-context.ts'
import { BinLine } from './bin-line.tsx'
import { byName, type LeftOutGroup, leftOutGroups } from './left-out-groups.ts'

export function LeftOutList() {
  const said = words().desk.leftOut
  const desk = useDesk()
  const { not_collected } = desk.plan
  const groups = useMemo(() => leftOutGroups(not_collected), [not_collected])
  const [isOpen, setOpen] = useState(false)
  if (desk.plan.status === 'planning' || desk.plan.status === 'failed') return null
  return (
    <details className="drawer" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>
          {said.title} ({number(not_collected.length)})
        </h2>
        <p className="quiet">
          {groups.length === 0 ? said.nothing : groups.map(withCount).join(' · ')}
        </p>
      </summary>
      {isOpen && groups.map((group) => <Group key={group.code} group={group} />)}
    </details>
  )
}

const AT_ONCE = 50

function Group({ group: { code, bins } }: { readonly group: LeftOutGroup }) {
  const [shown, setShown] = useState(AT_ONCE)
  const {
    bins: known,
    plan: { depot_id },
  } = useDesk()
  const sorted = useMemo(
    () => byName(bins, (id) => binName({ bins: known }, id), new Intl.Collator(locale())),
    [bins, known],
  )
  return (
    <section>
      <h3>{withCount({ code, bins })}</h3>
      <ul className="rows">
        {sorted.slice(0, shown).map(({ container_id, reason }) => (
          <BinLine key={container_id} id={container_id} canAdd={true}>
            {reason.text}
            <NoSuitable
              evidence={reason.evidence}
              depotId={known.get(container_id)?.depot_id ?? depot_id}
            />
          </BinLine>
        ))}
      </ul>
      {bins.length > shown && (
        <button type="button" onClick={() => setShown(shown + AT_ONCE)}>
          {words().parts.more} ({number(bins.length - shown)})
        </button>
      )}
    </section>
  )
}

/** The number behind the words: in front of them some languages would bend these. */
const withCount = ({ code, bins }: LeftOutGroup) => `${wordOf(code)} (${number(bins.length)})`

/** A left-out bin has one of these codes; another is shown as it is. */
function wordOf(code: string): string {
  const said: Readonly<Record<string, string>> = words().desk.leftOut.codes
  return said[code] ?? code
}
