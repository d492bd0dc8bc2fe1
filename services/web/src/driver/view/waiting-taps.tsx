import { useState } from 'react'
import { clock } from '../../language/format.ts'
import { words } from '../../language/words.ts'
import { Confirm } from '../../parts/confirm.tsx'
import type { Refusal, Tap } from '../kept/kept.ts'
import type { Drive, Picture } from '../run/drive.ts'
import { isStuck } from '../send/next-tap.ts'
import { saidWord } from './said-word.ts'

interface WaitingTapsProps {
  readonly drive: Drive
  readonly picture: Picture
}

/** What is still on the phone: on its way, or not accepted and what to do then. */
export function WaitingTaps({ drive, picture }: WaitingTapsProps) {
  const said = words().driver
  const { taps } = picture.kept
  return (
    <>
      <h1 className="long" tabIndex={-1}>
        {said.waitingTitle}
      </h1>
      <p>{taps.length === 0 ? `✓ ${said.allSent}` : said.waitingWhy}</p>
      <ul className="waiting-taps">
        {taps.map((tap) => (
          <li key={tap.order}>
            <p>
              {said.saved(tap.stopName, saidWord(tap.word))}, {clock(tap.word.at)}
            </p>
            {tap.refusal && <Refused drive={drive} tap={tap} why={refusalText(tap.refusal)} />}
            {tap.faults && isStuck(tap) && (
              <Refused drive={drive} tap={tap} why={said.failing(tap.faults.status)} />
            )}
          </li>
        ))}
      </ul>
      {taps.length > 0 && (
        <button type="button" className="main" onClick={drive.tryNow}>
          {said.sendNow}
        </button>
      )}
    </>
  )
}

interface RefusedProps {
  readonly drive: Drive
  readonly tap: Tap
  readonly why: string
}

/** Not accepted, or not for now: to be sent again, or taken back. */
function Refused({ drive, tap, why }: RefusedProps) {
  const said = words().driver
  const [removing, setRemoving] = useState(false)
  return (
    <>
      <p className="fault">{why}</p>
      <p className="choices">
        <button type="button" onClick={() => drive.retry(tap.order)}>
          {said.sendAgain}
        </button>
        <button type="button" onClick={() => setRemoving(true)}>
          {said.remove}
        </button>
      </p>
      {removing && (
        <Confirm
          title={tap.stopName}
          action={said.remove}
          onYes={() => drive.dropTap(tap.order)}
          onClose={() => setRemoving(false)}
        >
          <p>{said.removeSure}</p>
        </Confirm>
      )}
    </>
  )
}

const refusalText = ({ code }: Refusal) => words().driver.refusals[KINDS[code] ?? 'other']

const KINDS: Partial<Record<Refusal['code'], 'gone' | 'notDriven' | 'wrong' | 'clock'>> = {
  not_found: 'gone',
  conflict: 'notDriven',
  run_over: 'notDriven',
  invalid_body: 'wrong',
  time_ahead: 'clock',
}
