import { type FormEvent, useState } from 'react'
import { words } from '../../language/words.ts'
import { TextField } from '../../parts/text-field.tsx'
import { addressOf, tokenIn } from '../run/address.ts'
import type { Drive, Picture } from '../run/drive.ts'
import { ChooseLanguage } from './choose-language.tsx'

interface NoRunProps {
  readonly drive: Drive
  readonly opening: Picture['opening']
}

/** There is nothing to drive: why, and what to do about it. */
export function NoRun({ drive, opening }: NoRunProps) {
  const said = words().driver
  const [title, text] = {
    busy: [said.noRunTitle, said.noRunText],
    done: [said.noRunTitle, said.noRunText],
    unreached: [said.unreachedTitle, said.unreachedText],
    refused: refusal(),
    over: [said.overTitle, said.overText],
  }[opening]
  return (
    <main className="plain">
      <h1>{title}</h1>
      <p>{text}</p>
      {opening === 'unreached' ? (
        <button type="button" className="main" onClick={drive.tryNow}>
          {said.sendNow}
        </button>
      ) : (
        <>
          <PasteLink />
          <a className="as-button" href="/">
            {said.signIn}
          </a>
        </>
      )}
      <ChooseLanguage />
    </main>
  )
}

/** Without a link, it is the account that does not open it. */
function refusal(): readonly [title: string, text: string] {
  const said = words().driver
  const { token, runId } = addressOf(location.hash)
  if (token !== null) return [said.refusedTitle, said.refusedText]
  return runId === null ? [said.noRunTitle, said.noRunText] : [said.mayNotTitle, said.mayNotText]
}

/** An app on the home screen may not share what the browser keeps: the link works there too. */
function PasteLink() {
  const said = words().driver
  const [link, setLink] = useState('')
  const open = (event: FormEvent) => {
    event.preventDefault()
    location.hash = tokenIn(link)
  }
  return (
    <form onSubmit={open}>
      <TextField label={said.pasteLink} value={link} onChange={setLink} maxLength={500} required />
      <button type="submit">{said.open}</button>
    </form>
  )
}
