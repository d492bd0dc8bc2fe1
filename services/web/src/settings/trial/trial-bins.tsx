import type { Trial } from '@bakwacht/api/contract'
import { Link } from 'wouter'
import { words } from '../../language/words.ts'

interface TrialBinsProps {
  readonly title: string
  readonly bins: Trial['comes_in']
}

export function TrialBins({ title, bins }: TrialBinsProps) {
  const said = words().settings.trial
  if (bins.length === 0) return null
  return (
    <details open={bins.length <= 10}>
      <summary>{title}</summary>
      <ul className="rows">
        {bins.map(({ container_id, name, before, after }) => (
          <li key={container_id}>
            <Link href={`/containers/${encodeURIComponent(container_id)}`}>{name}</Link>
            <span>
              {before && (
                <span className="quiet">
                  {said.was} {before.text}{' '}
                </span>
              )}
              {after && (
                <span>
                  {said.becomes} {after.text}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
