// One stop: its place, its state, why it is there, when, and how much.
import type { Run, Stop } from '@bakwacht/api/contract'
import { useEffect, useRef } from 'react'
import { clock, weight } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Mark } from '../../marks/mark.tsx'
import { useDesk } from '../desk-context.ts'
import { isChangeable } from './plan-sums.ts'
import { StopMenu } from './stop-menu.tsx'
import type { StopDrag } from './use-stop-drag.ts'

interface StopRowProps {
  readonly run: Run
  readonly stop: Stop
  readonly drag: StopDrag
}

export function StopRow({ run, stop, drag }: StopRowProps) {
  const { edit, bins, selected, select } = useDesk()
  const said = words().desk.stop
  const row = useRef<HTMLLIElement>(null)
  const id = stop.container_id
  const isSelected = id !== null && id === selected
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isSelected])

  const canChange = edit !== null && isChangeable(run) && stop.kind !== 'unload'
  const bin = id === null ? undefined : bins.get(id)
  const classes = [
    'stop',
    stop.kind,
    isSelected && 'selected',
    stop.result && 'over',
    drag.stopId === stop.id && 'dragged',
    drag.at?.beforeStopId === stop.id && 'before',
  ]
  return (
    <li ref={row} className={classes.filter(Boolean).join(' ')} data-stop-id={stop.id}>
      <span
        className={canChange ? 'place handle' : 'place'}
        title={canChange ? said.handle : undefined}
        {...(canChange && drag.handle(stop.id))}
      >
        {stop.seq}
      </span>
      {bin && <Mark {...bin} />}
      <h3>
        {id === null ? (
          stop.name
        ) : (
          <button
            type="button"
            className="stop-name"
            aria-pressed={isSelected}
            onClick={() => select(id)}
          >
            {stop.name}
          </button>
        )}
      </h3>
      <p className="why quiet">
        {stop.result ? (
          <strong className={`outcome ${stop.result.outcome}`}>
            {said.result(said.outcome[stop.result.outcome], clock(stop.result.at))}
            {stop.result.kg !== null && `, ${weight(stop.result.kg)}`}
            {stop.result.wet_kg !== null && `, ${said.wet(weight(stop.result.wet_kg))}`}
            {stop.result.note !== null && `: ${stop.result.note}`}
          </strong>
        ) : (
          stop.reason.text
        )}
        {stop.lock !== 'none' && <Locked words={said.lock[stop.lock]} />}
      </p>
      <p className="stop-figures">
        {clock(stop.arrival)} <small className="quiet">{weight(stop.expected_kg)}</small>
      </p>
      {id !== null && <StopMenu run={run} stop={stop} canChange={canChange} />}
    </li>
  )
}

/** Drawn: not every computer has a letter that looks like a lock. */
const Locked = ({ words: told }: { readonly words: string }) => (
  <strong>
    {' '}
    <svg viewBox="0 0 10 12" width="0.8em" height="1em" aria-hidden="true">
      <path d="M1 5h8v6H1zM3 5V3a2 2 0 0 1 4 0v2" fill="none" stroke="currentColor" />
    </svg>{' '}
    {told}
  </strong>
)
