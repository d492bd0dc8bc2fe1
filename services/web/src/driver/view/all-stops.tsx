import { clock } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Mark } from '../../marks/mark.tsx'
import { fillOfStop, markOfStop } from '../run/mark-of.ts'
import type { DrivenStop } from '../run/stops.ts'
import type { Offline } from '../worker/register.ts'
import { ChooseLanguage } from './choose-language.tsx'
import { Pictogram } from './pictogram.tsx'
import { saidWord } from './said-word.ts'

interface AllStopsProps {
  readonly stops: readonly DrivenStop[]
  readonly current: DrivenStop | undefined
  readonly offline: Offline
  readonly onChoose: (stopId: string) => void
  readonly onLeave: (() => void) | undefined
}

/** The whole run: to look ahead, to go elsewhere first, to put an answer right. */
export function AllStops({ stops, current, offline, onChoose, onLeave }: AllStopsProps) {
  const said = words().driver
  return (
    <>
      <h1 className="long" tabIndex={-1}>
        {said.allStops(stops.length)}
      </h1>
      <ol className="choices-list">
        {stops.map((driven) => (
          <li key={driven.stop.id}>
            <button
              type="button"
              className={driven.word === null ? 'stop-row' : 'stop-row answered-row'}
              aria-current={driven === current ? 'step' : undefined}
              onClick={() => onChoose(driven.stop.id)}
            >
              <span className="place">{driven.place}</span>
              <Sign driven={driven} />
              <span>
                {driven.stop.name}
                <span className="quiet">
                  {driven.word ? saidWord(driven.word) : clock(driven.stop.arrival)}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {onLeave && (
        <button type="button" onClick={onLeave}>
          {said.otherRuns}
        </button>
      )}
      <p className="quiet" role="status">
        {{ ready: said.offlineReady, busy: said.offlineBusy, never: said.offlineNever }[offline]}
      </p>
      <ChooseLanguage />
    </>
  )
}

function Sign({ driven: { stop, word } }: { readonly driven: DrivenStop }) {
  if (word !== null)
    return (
      <Pictogram
        name={word.outcome === 'emptied' || word.outcome === 'unloaded' ? 'check' : 'cross'}
      />
    )
  if (stop.kind === 'unload') return <Pictogram name="unload" />
  const { mark, damp } = markOfStop(stop)
  return <Mark mark={mark} damp={damp ? 'damp' : 'dry'} fill_pct={fillOfStop(stop)} />
}
