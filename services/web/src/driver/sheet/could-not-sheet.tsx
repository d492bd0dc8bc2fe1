import { type FormEvent, useState } from 'react'
import { words } from '../../language/words.ts'
import { type Answer, COULD_NOT, couldNot, withNote } from '../run/answers.ts'
import { Pictogram } from '../view/pictogram.tsx'
import { OwnWords } from './own-words.tsx'
import { Sheet, type SheetProps } from './sheet.tsx'

interface CouldNotSheetProps extends SheetProps {
  readonly isUnload: boolean
  readonly onDone: (answer: Answer) => void
}

const AT_UNLOADING = ['locked', 'other'] as const

/** Why not: one tap, but for what has to be said in words. */
export function CouldNotSheet({ isTakenOut, isUnload, onClose, onDone }: CouldNotSheetProps) {
  const said = words().driver
  const [telling, setTelling] = useState(false)
  return (
    <Sheet isTakenOut={isTakenOut} title={said.whyNot} onClose={onClose}>
      {telling ? (
        <OtherReason onDone={(text) => onDone(withNote(couldNot('other'), text))} />
      ) : (
        <ul className="choices-list">
          {(isUnload ? AT_UNLOADING : COULD_NOT).map((why) => (
            <li key={why}>
              <button
                type="button"
                onClick={() =>
                  why === 'other'
                    ? setTelling(true)
                    : onDone(withNote(couldNot(why), said.reasons[why]))
                }
              >
                <Pictogram name={why} />
                {said.reasons[why]}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function OtherReason({ onDone }: { readonly onDone: (text: string) => void }) {
  const said = words().driver
  const [text, setText] = useState('')
  const send = (event: FormEvent) => {
    event.preventDefault()
    onDone(text.trim())
  }
  return (
    <form onSubmit={send}>
      <OwnWords value={text} onChange={setText} />
      <button type="submit" className="main">
        {said.save}
      </button>
    </form>
  )
}
