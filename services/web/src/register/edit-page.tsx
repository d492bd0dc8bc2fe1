// The page around a form: where it came from, what it is about, and what may be done after saving.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { words } from '../language/words.ts'
import { Failed } from '../parts/failed.tsx'
import { Waiting } from '../parts/status.tsx'

interface EditPageProps {
  readonly title: string
  readonly back: { readonly to: string; readonly label: string }
  readonly children: ReactNode
}

export const EditPage = ({ title, back, children }: EditPageProps) => (
  <>
    <Link href={back.to} className="row-link">
      ← {back.label}
    </Link>
    <h1>{title}</h1>
    <div className="edit">{children}</div>
  </>
)

interface FoundProps<Thing extends { readonly id: string }> {
  readonly id: string
  readonly list: UseQueryResult<readonly Thing[]>
  readonly children: (thing: Thing) => ReactNode
}

/** One of a list, once it is there. */
export function Found<Thing extends { readonly id: string }>({
  id,
  list,
  children,
}: FoundProps<Thing>) {
  if (list.data === undefined) return list.isError ? <Failed again={list.refetch} /> : <Waiting />
  const thing = list.data.find((one) => one.id === id)
  return thing === undefined ? <p role="alert">{words().register.noSuch(id)}</p> : children(thing)
}
