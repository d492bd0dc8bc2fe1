import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { words } from '../../language/words.ts'
import { useFocusHere } from '../../parts/use-focus-here.ts'
import { Secret } from './secret.tsx'

interface TiedProps {
  readonly code: string
  readonly id: string
  readonly name: string
  readonly secret: string | undefined
  readonly again: () => void
}

/** It sits there now: its secret, and what people do next. */
export function Tied({ code, id, name, secret, again }: TiedProps) {
  const said = words().devices
  const begin = useFocusHere<HTMLParagraphElement>()
  return (
    <section className="next-steps">
      <p role="status" ref={begin} tabIndex={-1}>
        ✓ {said.tied(code, name)}
      </p>
      {secret !== undefined && <Secret code={code} secret={secret} />}
      <p className="quiet">{said.emptyNow}</p>
      <div className="choices">
        <Link href={`/containers/${segment(id)}`} className="button main">
          {said.toContainer}
        </Link>
        <button type="button" onClick={again}>
          {said.tieAnother}
        </button>
      </div>
    </section>
  )
}
