import type { FleetFeature } from '@bakwacht/api/contract'
import { useId } from 'react'
import { Link } from 'wouter'
import { fillLevel, moment } from '../language/format.ts'
import { words } from '../language/words.ts'
import { isDamp } from '../marks/is-damp.ts'
import { Mark } from '../marks/mark.tsx'

interface Selected {
  readonly bin: FleetFeature['properties']
  readonly onClose: () => void
}

/** What is known of the container that was pointed at, and the way to the rest. */
export function SelectedBin({ bin, onClose }: Selected) {
  const said = words().map
  const name = useId()
  return (
    <section className="selected-bin" aria-labelledby={name} aria-live="polite">
      <Mark mark={bin.mark} fill_pct={bin.fill_pct} damp={bin.damp} />
      <div>
        <h3 id={name}>{bin.name}</h3>
        <p>{facts(bin).join(' · ')}</p>
        <p className="quiet">{emptied(bin)}</p>
        <Link href={`/containers/${encodeURIComponent(bin.id)}`}>{said.open}</Link>
      </div>
      <button type="button" aria-label={said.close} onClick={onClose}>
        ×
      </button>
    </section>
  )
}

function facts(bin: Selected['bin']): string[] {
  const said = words()
  const fill = bin.fill_pct === null ? said.map.noLevel : fillOf(bin, bin.fill_pct)
  return [
    fill,
    ...(isDamp(bin) ? [said.marks.damp] : []),
    ...(bin.battery_low ? [said.map.batteryLow] : []),
  ]
}

const fillOf = ({ fill_source }: Selected['bin'], pct: number): string =>
  words().map[fill_source === 'estimate' ? 'aboutFull' : 'full'](fillLevel(pct))

const emptied = ({ last_emptied_at }: Selected['bin']): string =>
  last_emptied_at === null ? words().map.neverEmptied : words().map.emptied(moment(last_emptied_at))
