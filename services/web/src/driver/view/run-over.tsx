import { words } from '../../language/words.ts'
import type { KeptRun } from '../kept/kept.ts'
import type { DrivenStop } from '../run/stops.ts'

interface RunOverProps {
  readonly run: KeptRun
  readonly stops: readonly DrivenStop[]
}

/** All is answered, or the link shows no more. What waits is sent all the same. */
export function RunOver({ run, stops }: RunOverProps) {
  const said = words().driver
  const isDone = stops.every(({ word }) => word !== null)
  const [title, text] =
    run.access === 'refused'
      ? run.token === null
        ? [said.mayNotTitle, said.mayNotText]
        : [said.refusedTitle, said.refusedText]
      : isDone
        ? [said.doneTitle, said.doneText]
        : [said.overTitle, said.overText]
  return (
    <section className="over" role="status">
      <h1 tabIndex={-1}>{title}</h1>
      <p>{text}</p>
      {run.access === 'refused' && run.token === null && (
        <a className="as-button" href="/">
          {said.signIn}
        </a>
      )}
      {stops.map(
        ({ stop, word, remark }) =>
          word === null &&
          remark !== null && <p key={stop.id}>{said.noticedOnly(stop.name, remark)}</p>,
      )}
    </section>
  )
}
