// The marks of the design: a shape for each state, so that colour is never alone.
import type { Mark as State } from '@bakwacht/api/contract'
import { useId } from 'react'
import { words } from '../language/words.ts'
import { isDamp } from './is-damp.ts'
import './mark.css'

export interface Marked {
  readonly mark: State
  /** %; null: nothing known. */
  readonly fill_pct?: number | null
  readonly damp?: string
}

/** Its name says the state in words, for those who do not see it. */
export function Mark(bin: Marked) {
  const said = words().marks
  const label = isDamp(bin) ? `${said[bin.mark]}, ${said.damp}` : said[bin.mark]
  return (
    <svg viewBox="0 0 36 36" className={`mark ${bin.mark}`} role="img" aria-label={label}>
      <Shape mark={bin.mark} pct={Math.min(Math.max(bin.fill_pct ?? 0, 0), 100)} />
      {isDamp(bin) && <Drop />}
    </svg>
  )
}

/** The sign of damp alone, for legends. */
export const DampMark = () => (
  <svg viewBox="22 -1 16 16" className="mark" role="img" aria-label={words().marks.damp}>
    <Drop />
  </svg>
)

function Shape({ mark, pct }: { readonly mark: State; readonly pct: number }) {
  switch (mark) {
    case 'alarm':
      return (
        <>
          <path className="triangle" d="M18 2 35 33H1Z" />
          <text x="18" y="29">
            !
          </text>
        </>
      )
    case 'must':
      return (
        <>
          <circle cx="18" cy="18" r="17" />
          <text x="18" y="22">
            {pct > 0 && Math.round(pct)}
          </text>
        </>
      )
    case 'unknown':
      return (
        <>
          <circle className="ring" cx="18" cy="18" r="15" />
          <text x="18" y="22">
            ?
          </text>
        </>
      )
    case 'retired':
      return <path d="M12 12 24 24M24 12 12 24" />
    default:
      return <Levelled pct={pct} r={mark === 'may' ? 15 : 14} />
  }
}

/** A ring, filled from below to its level. */
function Levelled({ pct, r }: { readonly pct: number; readonly r: number }) {
  const id = useId()
  const height = (2 * r * pct) / 100
  return (
    <>
      <clipPath id={id}>
        <rect x="0" y={18 + r - height} width="36" height={height} />
      </clipPath>
      <circle className="level" cx="18" cy="18" r={r} clipPath={`url(#${id})`} />
      <circle className="ring" cx="18" cy="18" r={r} />
    </>
  )
}

const Drop = () => (
  <path className="drop" d="M30 0c3.2 4 5 6 5 8.5a5 5 0 0 1-10 0c0-2.5 1.8-4.5 5-8.5Z" />
)
