import type { LonLat } from '@bakwacht/domain'
import { useState } from 'react'
import { withUnit } from '../../language/format.ts'
import { words } from '../../language/words.ts'

/** The device's own position. Browsers give it to pages on https and on this machine alone. */
export function WhereIStand({ onPlace }: { readonly onPlace: (place: LonLat) => void }) {
  const said = words().register
  const [outcome, setOutcome] = useState('')
  if (!window.isSecureContext || !('geolocation' in navigator)) return null
  const locate = () => {
    setOutcome(said.locating)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setOutcome(said.located(withUnit(coords.accuracy, 'm')))
        onPlace([sixDecimals(coords.longitude), sixDecimals(coords.latitude)])
      },
      ({ code, PERMISSION_DENIED }) =>
        setOutcome(code === PERMISSION_DENIED ? said.locationForbidden : said.notLocated),
      { enableHighAccuracy: true, timeout: 20_000 },
    )
  }
  return (
    <>
      <button type="button" onClick={locate}>
        {said.whereIStand}
      </button>
      <span role="status">{outcome}</span>
    </>
  )
}

const sixDecimals = (degrees: number) => Number(degrees.toFixed(6))
