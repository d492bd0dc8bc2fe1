import type { Container, ContainerState } from '@bakwacht/api/contract'
import { words } from '../language/words.ts'
import { Mark } from '../marks/mark.tsx'

interface HeadProps {
  readonly container: Container
  readonly state: ContainerState
}

export function Head({ container, state }: HeadProps) {
  const said = words().container
  const [lon, lat] = container.location.coordinates
  return (
    <header className="head">
      <Mark
        mark={state.mark}
        fill_pct={state.fill?.pct ?? null}
        {...(state.damp && { damp: state.damp.level })}
      />
      <div>
        <h1>{container.name}</h1>
        <p className="quiet">
          {[container.municipality, container.id].filter(Boolean).join(' · ')}{' '}
          <a href={`geo:${lat},${lon}`} className="by-finger">
            {said.place}
          </a>
        </p>
      </div>
    </header>
  )
}
