import type { ImportReport } from '@bakwacht/api/contract'
import { Link } from 'wouter'
import { number } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { useFocusHere } from '../../parts/use-focus-here.ts'
import '../../parts/next-steps.css'

/** It is done: what came of it, and the way on. */
export function Imported({ report: { created, updated } }: { readonly report: ImportReport }) {
  const said = words().imports
  const begin = useFocusHere<HTMLParagraphElement>()
  return (
    <section className="next-steps">
      <p role="status" ref={begin} tabIndex={-1}>
        ✓ {said.done(number(created), number(updated))}
      </p>
      <div className="choices">
        <Link href="/register/containers" className="button main">
          {said.toList}
        </Link>
        <Link href="/" className="button">
          {words().shell.today}
        </Link>
      </div>
    </section>
  )
}
