import { words } from '../language/words.ts'

/** Instead of what could not be loaded: what happened, and a way on. */
export const Failed = ({ again }: { readonly again: () => unknown }) => (
  <div role="alert">
    <p className="fault">{words().parts.notLoaded}</p>
    <button type="button" onClick={() => again()}>
      {words().parts.again}
    </button>
  </div>
)
