import { useState } from 'react'
import { words } from '../../language/words.ts'

interface SecretProps {
  readonly code: string
  readonly secret: string
}

/** Shown this once: with it the sensor signs in. */
export function Secret({ code, secret }: SecretProps) {
  const said = words().devices
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    setCopied(true)
  }
  return (
    <div className="secret">
      <p>{said.secretOnce}</p>
      <dl>
        <dt>{said.userName}</dt>
        <dd>
          <code>{code}</code>
        </dd>
        <dt>{said.secret}</dt>
        <dd>
          <code>{secret}</code>
        </dd>
      </dl>
      {window.isSecureContext && (
        <button type="button" onClick={copy}>
          {said.copy}
        </button>
      )}{' '}
      <span role="status">{copied && said.copied}</span>
    </div>
  )
}
