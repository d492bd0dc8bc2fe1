// The stop to go to: where, what, the way there, and the three answers.
import type { Stop } from '@bakwacht/api/contract'
import { useEffect, useRef, useState } from 'react'
import { clock, weight } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Mark } from '../../marks/mark.tsx'
import { type Answer, emptied, unloaded, withNote } from '../run/answers.ts'
import { fillOfStop, markOfStop } from '../run/mark-of.ts'
import type { DrivenStop } from '../run/stops.ts'
import { AmountSheet } from '../sheet/amount-sheet.tsx'
import { CouldNotSheet } from '../sheet/could-not-sheet.tsx'
import { ProblemSheet } from '../sheet/problem-sheet.tsx'
import { ScaleSheet } from '../sheet/scale-sheet.tsx'
import { Navigate } from './navigate.tsx'
import { Pictogram } from './pictogram.tsx'
import { saidWord } from './said-word.ts'
import '../sheet/sheet.css'
import './stop-card.css'

interface StopCardProps {
  readonly driven: DrivenStop
  /** It is in the run no longer: shown for as long as an answer is begun. */
  readonly isTakenOut: boolean
  readonly answer: (answer: Answer) => Promise<void>
  readonly remark: (text: string) => Promise<void>
  /** While an answer is begun, nothing may take this stop off the screen. */
  readonly onBusy: (busy: boolean) => void
  /** The answer is complete: on to the next stop. */
  readonly onDone: () => void
}

type Sheet = 'amount' | 'scale' | 'could-not' | 'problem'

export function StopCard({ driven, isTakenOut, answer, remark, onBusy, onDone }: StopCardProps) {
  const said = words().driver
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const { stop, word, remark: noticed } = driven
  /** Also what a slow phone is still storing. */
  const told = useRef(noticed)
  useEffect(() => {
    told.current = noticed
  }, [noticed])
  const isUnload = stop.kind === 'unload'
  const storing = useRef<Promise<void>>(undefined)
  const give = (given: Answer) => {
    storing.current = answer(withNote(given, told.current))
    return storing.current
  }
  const close = () => {
    onBusy(false)
    setSheet(null)
  }
  const open = (which: Sheet) => {
    onBusy(true)
    setSheet(which)
  }
  const busy = useRef(false)
  const done = async (given?: Answer) => {
    // Gloves tap twice.
    if (busy.current) return
    busy.current = true
    try {
      // A slow phone still stores the tap: on to the next before that would be on to this one.
      await storing.current
      if (given !== undefined) await give(given)
    } finally {
      busy.current = false
    }
    close()
    onDone()
  }
  const empty = async () => {
    open('amount')
    // Stored before anything else is asked: the tap counts, also if the phone goes dark now.
    await give(emptied(stop, 'expected', 'dry'))
  }
  const report = async (text: string) => {
    close()
    told.current = told.current === null ? text : `${told.current}, ${text}`
    await remark(told.current)
    if (word !== null) await answer(withNote(word, text))
  }
  return (
    <>
      <Where stop={stop} note={driven.note} isAhead={word === null && noticed === null} />
      {word && (
        <p className="answered">
          {said.answered(saidWord(word))} {said.answerAgain}
        </p>
      )}
      {word === null && noticed && <p className="answered">{said.noticed(noticed)}</p>}
      <div className="answers">
        <button type="button" className="emptied" onClick={isUnload ? () => open('scale') : empty}>
          <Pictogram name="check" />
          {isUnload ? said.unloaded : said.emptied}
        </button>
        <button type="button" onClick={() => open('could-not')}>
          <Pictogram name="cross" />
          {said.couldNot}
        </button>
        <button type="button" onClick={() => open('problem')}>
          <Pictogram name="problem" />
          {said.problem}
        </button>
      </div>
      {sheet === 'amount' && (
        <AmountSheet isTakenOut={isTakenOut} stop={stop} onClose={() => done()} onDone={done} />
      )}
      {sheet === 'scale' && (
        <ScaleSheet isTakenOut={isTakenOut} onClose={close} onDone={(kg) => done(unloaded(kg))} />
      )}
      {sheet === 'could-not' && (
        <CouldNotSheet isTakenOut={isTakenOut} isUnload={isUnload} onClose={close} onDone={done} />
      )}
      {sheet === 'problem' && (
        <ProblemSheet isTakenOut={isTakenOut} onClose={close} onDone={report} />
      )}
    </>
  )
}

interface WhereProps {
  readonly stop: Stop
  readonly note: string | null
  /** Nothing is said of it yet: when it was planned matters. */
  readonly isAhead: boolean
}

function Where({ stop, note, isAhead }: WhereProps) {
  const said = words().driver
  const { mark, damp } = markOfStop(stop)
  const isUnload = stop.kind === 'unload'
  const what = isUnload
    ? [said.unloadHere]
    : [words().marks[mark], ...(damp ? [words().marks.damp] : [])]
  return (
    <section className="where">
      <h1 className={stop.name.length > LONG_NAME ? 'long' : ''} tabIndex={-1}>
        {stop.name}
      </h1>
      {note && <p className="note">{note}</p>}
      <div className="what">
        <p>
          {!isUnload && (
            <Mark mark={mark} damp={damp ? 'damp' : 'dry'} fill_pct={fillOfStop(stop)} />
          )}
          {what.join(', ')} · {said.about(weight(stop.expected_kg))}
        </p>
        <Navigate stop={stop} />
      </div>
      {mark === 'alarm' && <p>{stop.reason.text}</p>}
      {isAhead && <p className="quiet">{said.arriveAt(clock(stop.arrival))}</p>}
    </section>
  )
}

/** Longer ones would push the answers off a small screen. */
const LONG_NAME = 15
