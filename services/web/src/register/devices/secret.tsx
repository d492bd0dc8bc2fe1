import { words } from '../../language/words.ts'
import { useCopy } from '../../parts/use-copy.ts'

interface SecretProps {
  readonly code: string
  readonly secret: string
}

/** Shown this once: with it the sensor signs in. */
export function Secret({ code, secret }: SecretProps) {
  const said = words().devices
  const { copy, told } = useCopy(secret)
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
      <button type="button" onClick={copy}>
        {said.copy}
      </button>{' '}
      <span role="status">{told}</span>
    </div>
  )
}
