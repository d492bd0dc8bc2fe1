import { useState } from 'react'
import { number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { binName, useDesk } from '../desk-context.ts'
import { BinLine } from './bin-line.tsx'
import { type LeftOutGroup, leftOutGroups } from './left-out-groups.ts'

export function LeftOutList() {
  const said = words().desk.leftOut
  const desk = useDesk()
  const { not_collected } = desk.plan
  if (desk.plan.status === 'planning' || desk.plan.status === 'failed') return null
  const groups = leftOutGroups(not_collected, (id) => binName(desk, id))
  return (
    <details className="drawer">
      <summary>
        <h2>
          {said.title} ({number(not_collected.length)})
        </h2>
        <p className="quiet">
          {groups.length === 0
            ? said.nothing
            : groups.map(({ code, bins }) => `${number(bins.length)} ${wordOf(code)}`).join(' · ')}
        </p>
      </summary>
      {groups.map((group) => (
        <Group key={group.code} group={group} />
      ))}
    </details>
  )
}

const AT_ONCE = 50

function Group({ group: { code, bins } }: { readonly group: LeftOutGroup }) {
  const [shown, setShown] = useState(AT_ONCE)
  return (
    <section>
      <h3>
        {wordOf(code)} ({number(bins.length)})
      </h3>
      <ul className="rows">
        {bins.slice(0, shown).map(({ container_id, reason }) => (
          <BinLine key={container_id} id={container_id} canAdd={true}>
            {reason.text}
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

/** A left-out bin has one of these codes; another is shown as it is. */
function wordOf(code: string): string {
  const said: Readonly<Record<string, string>> = words().desk.leftOut.codes
  return said[code] ?? code
}
