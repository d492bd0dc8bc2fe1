import type { Container } from '@bakwacht/api/contract'
import { Link } from 'wouter'
import { segment } from '../../api/ask.ts'
import { useMay } from '../../api/may.ts'
import { words } from '../../language/words.ts'
import { useFocusHere } from '../../parts/use-focus-here.ts'
import '../../parts/next-steps.css'

interface AfterContainerProps {
  readonly container: Container
  readonly another: () => void
}

/** A new container is there: what people do next. */
export function AfterContainer({ container, another }: AfterContainerProps) {
  const said = words().register
  const begin = useFocusHere<HTMLParagraphElement>()
  const devices = useMay('device-manager')
  return (
    <section className="next-steps">
      <p role="status" ref={begin} tabIndex={-1}>
        ✓ {said.added(container.name)}
      </p>
      <div className="choices">
        <button type="button" className="main" onClick={another}>
          {said.addAnother}
        </button>
        {devices && (
          <Link href={`/register/add/device?container=${segment(container.id)}`} className="button">
            {said.tieSensor}
          </Link>
        )}
        <Link href={`/containers/${segment(container.id)}`} className="button">
          {said.toItsPage}
        </Link>
      </div>
    </section>
  )
}
