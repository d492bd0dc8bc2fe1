// The bottom of the screen: what comes after, the way to the other views, and what still has to be sent.
import { words } from '../../language/words.ts'
import type { Picture } from '../run/drive.ts'
import type { DrivenStop } from '../run/stops.ts'

interface UnderwayProps {
  readonly picture: Picture
  readonly view: 'stop' | 'stops' | 'waiting'
  /** Absent: there is no stop to go to; `stop` absent: it is the last one. */
  readonly next: { readonly stop: DrivenStop | undefined } | undefined
  readonly count: number
  readonly onShow: (view: 'stop' | 'stops' | 'waiting') => void
}

export function Underway({ picture, view, next, count, onShow }: UnderwayProps) {
  const said = words().driver
  return (
    <footer className="underway">
      {view === 'stop' && next && <Next {...next} />}
      <div className="ways">
        {view === 'stop' ? (
          <button type="button" onClick={() => onShow('stops')}>
            {said.allStops(count)}
          </button>
        ) : (
          <button type="button" onClick={() => onShow('stop')}>
            {said.toStop}
          </button>
        )}
        <ToSend picture={picture} onShow={() => onShow('waiting')} />
      </div>
    </footer>
  )
}

function Next({ stop }: { readonly stop: DrivenStop | undefined }) {
  const said = words().driver
  if (stop === undefined) return <p>{said.lastStop}</p>
  const minutes = said.minutes(Math.max(1, Math.round(stop.stop.leg_duration_s / 60)))
  return (
    <p className="next">
      <span>{said.next(stop.stop.name)}</span>
      <span>· {minutes}</span>
    </p>
  )
}

interface ToSendProps {
  readonly picture: Picture
  readonly onShow: () => void
}

/** Always there: nobody has to wonder whether the office knows. */
function ToSend({ picture: { kept }, onShow }: ToSendProps) {
  const said = words().driver
  const refused = kept.taps.filter(
    ({ refusal, faults }) => refusal !== null || faults?.alone,
  ).length
  const waiting = kept.taps.length - refused
  return (
    <div role="status" className="to-send">
      {kept.taps.length === 0 ? (
        `✓ ${said.allSent}`
      ) : (
        <button type="button" onClick={onShow}>
          {waiting > 0 && `⇡ ${said.toSend(waiting)}`}
          {waiting > 0 && refused > 0 && ' · '}
          {refused > 0 && `! ${said.notAccepted(refused)}`}
        </button>
      )}
    </div>
  )
}
