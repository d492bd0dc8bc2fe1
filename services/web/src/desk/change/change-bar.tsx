// The price of a change before it is made, and what was done after.
import { useEffect, useRef } from 'react'
import { words } from '../../language/words.ts'
import { priceParts } from './price.ts'
import type { PlanEdit, Proposal } from './use-plan-edit.ts'
import './change.css'

/** Stays on the page, so that what it says next is read out. */
export function ChangeBar({ edit }: { readonly edit: PlanEdit }) {
  const said = words().desk.change
  const { proposal, told } = edit
  return (
    <section className="change-bar" aria-label={said.title}>
      {proposal && <Price edit={edit} proposal={proposal} />}
      <p role="status">{!proposal && told.done}</p>
      {!proposal && told.fault && (
        <p className="fault" role="alert">
          {told.fault}
        </p>
      )}
      {!proposal && told.done && edit.undoable !== undefined && (
        <button
          type="button"
          disabled={edit.busy}
          aria-label={said.undoOf(edit.undoable)}
          onClick={edit.undo}
        >
          ↶ {said.undo}
        </button>
      )}
    </section>
  )
}

function Price({ edit, proposal }: { readonly edit: PlanEdit; readonly proposal: Proposal }) {
  const said = words().desk.change
  const yes = useRef<HTMLButtonElement>(null)
  const no = useRef<HTMLButtonElement>(null)
  const { title, priced, fault, overtaken, kind } = proposal
  const isAsking = priced === undefined && fault === undefined
  const parts = priced && priceParts(priced.delta)
  const isInVain = parts?.length === 0 && proposal.ops.every(({ op }) => op === 'reoptimise')
  useEffect(() => {
    if (priced && !isInVain) yes.current?.focus()
    else if (priced || fault) no.current?.focus()
  }, [priced, isInVain, fault])
  const { leave } = edit
  // Back to where the change was asked for, as far as that is still there.
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  useEffect(() => {
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') leave()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [leave])
  return (
    <div>
      <p>{kind === 'undo' ? said.undoOf(title) : title}</p>
      {overtaken && (
        <p className="fault" role="alert">
          {kind === 'undo' ? said.undoMore : said.overtaken}
        </p>
      )}
      {isAsking && (
        <p className="quiet" role="status">
          {said.asking}
        </p>
      )}
      {parts && (
        <p className="price" role="status">
          {isInVain ? said.noShorter : parts.length === 0 ? said.same : parts.join(', ')}
        </p>
      )}
      {fault && (
        <p className="fault" role="alert">
          {said.refused(fault)}
        </p>
      )}
      <div className="choices">
        {priced && !isInVain && (
          <button
            ref={yes}
            type="button"
            className="main"
            disabled={edit.busy}
            onClick={edit.confirm}
          >
            {edit.busy ? said.doing : said.yes}
          </button>
        )}
        <button ref={no} type="button" disabled={edit.busy} onClick={edit.leave}>
          {isInVain ? words().parts.close : said.no}
        </button>
      </div>
    </div>
  )
}
