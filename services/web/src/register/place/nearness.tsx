// How far a place is from what is known already: two numbers swapped are seen at once.
import type { LonLat } from '@bakwacht/domain'
import { useQuery } from '@tanstack/react-query'
import { depotsQuery } from '../../api/queries.ts'
import { kilometres } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { kilometresBetween } from './kilometres-between.ts'

/** Nobody drives further to a bin. */
const FAR_KM = 200

interface NearnessProps {
  readonly place: LonLat
  readonly onPlace: (place: LonLat) => void
}

export function Nearness({ place, onPlace }: NearnessProps) {
  const said = words().register
  const { data: depots = [] } = useQuery(depotsQuery)
  const distances = depots
    .map(({ name, location }) => ({ name, km: kilometresBetween(place, location.coordinates) }))
    .filter(({ km }) => km > 0)
  const nearest = distances.sort((a, b) => a.km - b.km)[0]
  if (nearest === undefined) return null
  const distance = kilometres(nearest.km * 1000)
  if (nearest.km < FAR_KM) return <p className="quiet">{said.fromDepot(distance, nearest.name)}</p>
  const swapped: LonLat = [place[1], place[0]]
  const nearWhenSwapped = depots.some(
    ({ location }) => kilometresBetween(swapped, location.coordinates) < FAR_KM,
  )
  return (
    <p className="fault" role="alert">
      {said.farFromDepot(distance, nearest.name)}{' '}
      {nearWhenSwapped && (
        <button type="button" onClick={() => onPlace(swapped)}>
          {said.swap}
        </button>
      )}
    </p>
  )
}
