// One run: the stop to go to, or all of them; on top where one is, below what is on its way.
import { useState } from 'react'
import { clock } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import type { KeptRun } from '../kept/kept.ts'
import type { Answer } from '../run/answers.ts'
import type { Drive, Picture } from '../run/drive.ts'
import { currentStop, type DrivenStop, drivenStops, stopAfter } from '../run/stops.ts'
import type { Offline } from '../worker/register.ts'
import { AllStops } from './all-stops.tsx'
import { LastAnswer } from './last-answer.tsx'
import { Notices } from './notices.tsx'
import { RunOver } from './run-over.tsx'
import { StopCard } from './stop-card.tsx'
import { Underway } from './underway.tsx'
import { useFocusOnHeading } from './use-focus-on-heading.ts'
import { useNow } from './use-now.ts'
import { WaitingTaps } from './waiting-taps.tsx'

interface RunScreenProps {
  readonly drive: Drive
  readonly picture: Picture
  readonly run: KeptRun
  readonly offline: Offline
}

type View = 'stop' | 'stops' | 'waiting'

export function RunScreen({ drive, picture, run, offline }: RunScreenProps) {
  const [view, setView] = useState<View>('stop')
  /** Chosen by the driver; and what stood there last, so that no other stop slips under a thumb. */
  const [chosen, setChosen] = useState<string | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const [last, setLast] = useState<string | null>(null)
  /** An answer to it is begun: it stays until that is done, also if the planner takes it out. */
  const [begun, setBegun] = useState<DrivenStop | null>(null)
  const now = useNow()
  const stops = drivenStops(run, picture.kept)
  const isTakenOut = begun !== null && stops.every(({ stop }) => stop.id !== begun.stop.id)
  const current = isTakenOut ? begun : currentStop(stops, chosen ?? shown)
  if (current !== undefined && current.stop.id !== shown) setShown(current.stop.id)
  const show = (next: View, stopId: string | null = null) => {
    setView(next)
    setChosen(stopId)
    if (stopId === null) setShown(null)
    scrollTo(0, 0)
  }
  const answer = async ({ stop }: DrivenStop, given: Answer) => {
    await drive.tap(stop, given)
    setLast(stop.id)
  }
  const isOver =
    current === undefined || (run.access !== 'open' && chosen === null && begun === null)
  const around = useFocusOnHeading(`${view} ${current?.stop.id}`)
  const next = current && stopAfter(stops, current)
  return (
    <div className="driver">
      <header className="run-header">
        <span>
          {run.vehicleName}
          {!isOver && ` · ${words().driver.stopOf(current.place, stops.length)}`}
        </span>
        <time>{clock(now + run.aheadMs)}</time>
      </header>
      <main ref={around}>
        <Notices drive={drive} picture={picture} />
        {view === 'stop' && (current === undefined || current.word === null) && (
          <LastAnswer
            driven={stops.find(({ stop }) => stop.id === last && stop.id !== current?.stop.id)}
            onChange={(id) => show('stop', id)}
          />
        )}
        {view === 'waiting' && <WaitingTaps drive={drive} picture={picture} />}
        {view === 'stops' && (
          <AllStops
            stops={stops}
            current={current}
            offline={offline}
            onChoose={(id) => show('stop', id)}
            onLeave={picture.kept.runs.length > 1 ? () => drive.leave() : undefined}
          />
        )}
        {view === 'stop' &&
          (isOver ? (
            <RunOver run={run} stops={stops} />
          ) : (
            <StopCard
              key={current.stop.id}
              driven={current}
              isTakenOut={isTakenOut}
              remark={(text) => drive.remark(run.id, current.stop.id, text)}
              answer={(given) => answer(current, given)}
              onBusy={(busy) => setBegun(busy ? current : null)}
              onDone={() => show('stop')}
            />
          ))}
      </main>
      <Underway
        picture={picture}
        view={view}
        next={isOver ? undefined : { stop: next }}
        count={stops.length}
        onShow={(next) => show(next)}
      />
    </div>
  )
}
