// Where a page fails, it says so and offers a way on; the bar on top stays.
import { Component, type ReactNode } from 'react'
import { words } from '../language/words.ts'
import { isMissingPart, reloadOnce } from './missing-part.ts'

interface ErrorBoundaryProps {
  /** Another page starts afresh. */
  readonly path: string
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: unknown
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error }
  }

  override componentDidCatch(error: unknown): void {
    if (isMissingPart(error)) void reloadOnce()
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (before.path !== this.props.path && this.state.error !== undefined)
      this.setState({ error: undefined })
  }

  override render(): ReactNode {
    const { error } = this.state
    return error === undefined ? this.props.children : <Broken error={error} />
  }
}

function Broken({ error }: { readonly error: unknown }) {
  const said = words().shell
  const missing = isMissingPart(error)
  return (
    <div role="alert">
      <h1>{missing ? said.partMissing : said.broken}</h1>
      <p>{missing ? said.partMissingAbout : said.brokenAbout}</p>
      {!missing && <p className="quiet">{String(error)}</p>}
      <p className="choices">
        <button type="button" className="main" onClick={() => location.reload()}>
          {said.reload}
        </button>
        <a href="/">{said.toToday}</a>
      </p>
    </div>
  )
}
