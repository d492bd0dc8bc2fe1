import { type FormEvent, useState } from 'react'
import { words } from '../../language/words.ts'
import { PROBLEMS, type ProblemKind } from '../run/answers.ts'
import { Pictogram } from '../view/pictogram.tsx'
import { OwnWords } from './own-words.tsx'
import { Sheet, type SheetProps } from './sheet.tsx'

interface ProblemSheetProps extends SheetProps {
  readonly onDone: (text: string) => void
}

/** What is wrong here, beside whether it was emptied. */
export function ProblemSheet({ isTakenOut, onClose, onDone }: ProblemSheetProps) {
  const said = words().driver
  const [kinds, setKinds] = useState<ReadonlySet<ProblemKind>>(new Set())
  const [text, setText] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    const named = PROBLEMS.filter((kind) => kind !== 'other' && kinds.has(kind))
    onDone([...named.map((kind) => said.problems[kind]), text.trim()].filter(Boolean).join(', '))
  }
  return (
    <Sheet isTakenOut={isTakenOut} title={said.whatIsWrong} onClose={onClose}>
      <form onSubmit={send}>
        <ul className="choices-list">
          {PROBLEMS.map((kind) => (
            <li key={kind}>
              <label className="choice">
                <input
                  type="checkbox"
                  checked={kinds.has(kind)}
                  onChange={() => setKinds(toggled(kinds, kind))}
                />
                <Pictogram name={kind} />
                {said.problems[kind]}
              </label>
            </li>
          ))}
        </ul>
        {kinds.has('other') && <OwnWords value={text} onChange={setText} />}
        <p className="quiet">{said.goesAlong}</p>
        <button type="submit" className="main" disabled={kinds.size === 0}>
          {said.save}
        </button>
      </form>
    </Sheet>
  )
}

function toggled<Kind>(kinds: ReadonlySet<Kind>, kind: Kind): ReadonlySet<Kind> {
  const toggled = new Set(kinds)
  if (!toggled.delete(kind)) toggled.add(kind)
  return toggled
}
