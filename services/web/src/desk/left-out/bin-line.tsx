// A bin outside the runs: its state, why, its page, and the way into a run.
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { words } from '../../language/words.ts'
import { Mark } from '../../marks/mark.tsx'
import { binName, useDesk } from '../desk-context.ts'
import { AddMenu } from './add-menu.tsx'

interface BinLineProps {
  readonly id: string
  readonly canAdd: boolean
  /** Why it is collected or not. */
  readonly children: ReactNode
}

export function BinLine({ id, canAdd, children }: BinLineProps) {
  const desk = useDesk()
  const bin = desk.bins.get(id)
  const name = binName(desk, id)
  return (
    <li className={desk.selected === id ? 'bin-line selected' : 'bin-line'}>
      {bin && <Mark {...bin} />}
      <div>
        <h3>
          <button
            type="button"
            className="stop-name"
            aria-pressed={desk.selected === id}
            onClick={() => desk.select(id)}
          >
            {name}
          </button>
        </h3>
        <p className="quiet">
          {children}{' '}
          <Link href={`/containers/${segment(id)}`} className="page-link">
            {words().desk.stop.page}
          </Link>
        </p>
      </div>
      {canAdd && desk.edit && <AddMenu id={id} name={name} />}
    </li>
  )
}
