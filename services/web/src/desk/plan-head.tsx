// The day, what the plan comes to, and what to do with it.
import type { ReactNode } from 'react'
import { euro, kilometres, number, weight } from '../language/format.ts'
import { words } from '../language/words.ts'
import { useDesk } from './desk-context.ts'
import { Menu, MenuItem } from './menu.tsx'
import { PlanAgain } from './plan-again.tsx'
import { binCount } from './runs/plan-sums.ts'

interface PlanHeadProps {
  readonly picker: ReactNode
  readonly isPast: boolean
}

export function PlanHead({ picker, isPast }: PlanHeadProps) {
  const { plan, edit } = useDesk()
  return (
    <header className="plan-head">
      {picker}
      <div className="plan-line">
        <PlanFigures />
        {edit && !isPast && <PlanButtons />}
      </div>
      {plan.status === 'failed' && (
        <div role="alert">
          <p className="fault">{words().desk.plan.failed}</p>
          {plan.message !== null && (
            <p className="quiet">
              {words().desk.plan.failedWhy} <span lang="en">{plan.message}</span>
            </p>
          )}
        </div>
      )}
      {plan.status === 'planning' && (
        <p className="making" role="status">
          {words().desk.plan.making}
        </p>
      )}
    </header>
  )
}

function PlanFigures() {
  const said = words().desk
  const { plan, runs } = useDesk()
  if (runs.length === 0) {
    if (plan.status === 'planning' || plan.status === 'failed') return null
    return <p>{plan.status === 'cancelled' ? said.plan.cancelled : said.plan.nothing}</p>
  }
  const bins = binCount(runs)
  const sum = (of: (run: (typeof runs)[number]) => number) =>
    runs.reduce((total, run) => total + of(run), 0)
  const figures = [
    said.runs(runs.length, number(runs.length)),
    said.bins(bins, number(bins)),
    weight(sum(({ totals }) => totals.kg)),
    kilometres(sum(({ totals }) => totals.distance_m)),
    euro(sum(({ totals }) => totals.cost)),
  ]
  return (
    <p className="figures">
      {figures.join(' · ')}
      {plan.travel_times === 'estimate' && <small className="quiet"> {said.estimated}</small>}
    </p>
  )
}

function PlanButtons() {
  const said = words().desk
  const { plan, runs, edit } = useDesk()
  if (edit === null) return null
  const has = (status: string) => runs.some((run) => run.status === status)
  const approve = { title: said.plan.approve, ops: [{ op: 'approve' }] } as const
  return (
    <div className="plan-buttons">
      {edit.undoable !== undefined && (
        <button type="button" disabled={edit.busy} title={edit.undoable} onClick={edit.undo}>
          <span aria-hidden="true">↶</span> {said.change.undo}
        </button>
      )}
      <PlanAgain date={plan.date} depotId={plan.depot_id} title={said.plan.again} />
      {has('draft') && (
        <button
          type="button"
          className="main"
          disabled={edit.busy}
          onClick={() => edit.make(approve)}
        >
          {has('approved') || has('started') ? said.plan.approveAll : said.plan.approve}
        </button>
      )}
      {(has('draft') || has('approved')) && (
        <Menu label={said.plan.more}>
          {has('draft') && (
            <MenuItem
              onChoose={() =>
                edit.propose({ title: said.plan.shorten, ops: [{ op: 'reoptimise' }] })
              }
            >
              {said.plan.shorten}
            </MenuItem>
          )}
          {has('approved') && (
            <MenuItem
              onChoose={() => edit.make({ title: said.plan.unapprove, ops: [{ op: 'unapprove' }] })}
            >
              {said.plan.unapprove}
            </MenuItem>
          )}
          <MenuItem
            onChoose={() => edit.propose({ title: said.plan.cancel, ops: [{ op: 'cancel' }] })}
          >
            {said.plan.cancel}
          </MenuItem>
        </Menu>
      )}
    </div>
  )
}
