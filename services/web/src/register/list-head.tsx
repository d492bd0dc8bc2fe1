import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useMay } from '../api/may.ts'
import { words } from '../language/words.ts'

interface ListHeadProps {
  readonly title: string
  readonly add: { readonly to: string; readonly label: string }
  readonly children?: ReactNode
}

/** A list's heading, and what can be done with all of it. */
export function ListHead({ title, add, children }: ListHeadProps) {
  const edit = useMay('planner')
  return (
    <div className="list-head">
      <h1>{title}</h1>
      <div className="choices">
        {children}
        {edit ? (
          <Link href={add.to} className="button main">
            {add.label}
          </Link>
        ) : (
          <span className="quiet">{words().register.lookOnly}</span>
        )}
      </div>
    </div>
  )
}
