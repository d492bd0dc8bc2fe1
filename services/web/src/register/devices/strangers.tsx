// Sensors that send readings but sit in no container: their readings belong to nothing until they are tied.
import type { Device } from '@bakwacht/api/contract'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { askAll, segment } from '../../api/ask.ts'
import { useMay } from '../../api/may.ts'
import { moment } from '../../language/format.ts'
import { words } from '../../language/words.ts'

const unassignedQuery = queryOptions({
  queryKey: ['unassigned'],
  queryFn: ({ signal }) => askAll<Device>('/devices?unassigned=true', signal),
  // Somebody who stands at the container with a new sensor waits for it here.
  refetchInterval: 15_000,
})

export function Strangers() {
  const said = words().devices
  const may = useMay('device-manager')
  const { data = [] } = useQuery(unassignedQuery)
  const heard = data.filter(({ newest_reading_at: newest }) => newest)
  if (heard.length === 0) return null
  return (
    <section className="next-steps strangers" aria-labelledby="strangers">
      <h2 id="strangers">{said.strangers(heard.length)}</h2>
      <p>{said.strangersLead}</p>
      <ul className="rows">
        {heard.map(({ id, newest_reading_at: newest }) => (
          <li key={id} className="with-mark">
            <span>
              <strong>{id}</strong>{' '}
              <span className="quiet">{newest && said.heardAt(moment(newest))}</span>
            </span>
            {may && (
              <Link href={`/register/add/device?device=${segment(id)}`} className="button">
                {said.tieIt}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
