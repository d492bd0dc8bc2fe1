import type { IssuedToken } from '@bakwacht/api/contract'
import { useId } from 'react'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { useCopy } from '../../parts/use-copy.ts'

interface NewCodeProps {
  readonly token: IssuedToken
  readonly onClose: () => void
}

/** The code, this once: afterwards nobody can see it any more. */
export function NewCode({ token: { name, secret }, onClose }: NewCodeProps) {
  const said = words().settings.access
  const id = useId()
  const { copy, told } = useCopy(secret)
  return (
    <Dialog title={said.given(name)} onClose={onClose}>
      <label htmlFor={id}>{said.once}</label>
      <input
        id={id}
        className="code"
        readOnly
        value={secret}
        onFocus={({ target }) => target.select()}
      />
      <p className="choices">
        <button type="button" className="main" onClick={copy}>
          {said.copy}
        </button>
        <button type="button" onClick={onClose}>
          {said.done}
        </button>
      </p>
      <p role="status">{told}</p>
    </Dialog>
  )
}
