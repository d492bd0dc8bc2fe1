import { words } from '../language/words.ts'

interface StatusProps {
  /** What was done, e.g. `words().parts.saved`. */
  readonly done?: string | undefined
  /** What went wrong; said at once. */
  readonly fault?: string | undefined
}

/** Stays on the page while it has nothing to say, so that what it says next is read out. */
export const Status = ({ done, fault }: StatusProps) => (
  <>
    <span role="status">{fault === undefined && done}</span>
    {fault !== undefined && (
      <p className="fault" role="alert">
        {fault}
      </p>
    )}
  </>
)

/** While something loads. */
export const Waiting = () => (
  <p className="quiet" role="status">
    {words().shell.loading}
  </p>
)
