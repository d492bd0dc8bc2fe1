import type { IssuedToken } from '@bakwacht/api/contract'
import { useId, useRef, useState } from 'react'
import { words } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'

interface NewCodeProps {
  readonly token: IssuedToken
  readonly onClose: () => void
}

/** The code, this once: afterwards nobody can see it any more. */
export function NewCode({ token: { name, secret }, onClose }: NewCodeProps) {
  const said = words().settings.access
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setTold(said.copied)
    } catch {
      // Without https a browser offers no clipboard.
      field.current?.select()
      setTold(said.copyFailed)
    }
  }
  return (
    <Dialog title={said.given(name)} onClose={onClose}>
      <label htmlFor={id}>{said.once}</label>
      <input
        id={id}
        ref={field}
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
