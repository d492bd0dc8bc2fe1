// What can be done with one run: the next step as a button, the rest in a menu.
import type { Run } from '@bakwacht/api/contract'
import { useCallback, useState } from 'react'
import { words } from '../../language/words.ts'
import { useDesk } from '../desk-context.ts'
import { Menu, MenuItem } from '../menu.tsx'
import { LinkDialog } from '../send/link-dialog.tsx'
import { RunPaper } from '../send/run-paper.tsx'
import { DriverDialog } from './driver-dialog.tsx'
import { isChangeable } from './plan-sums.ts'

interface RunActionsProps {
  readonly run: Run
  readonly name: string
}

export function RunActions({ run, name }: RunActionsProps) {
  const said = words().desk
  const { edit } = useDesk()
  const [open, setOpen] = useState<'driver' | 'link' | 'paper'>()
  const close = useCallback(() => setOpen(undefined), [])
  const run_ids = [run.id]
  const canSend = edit !== null && run.status !== 'done'
  return (
    <div className="run-actions">
      {canSend && run.status !== 'draft' && (
        <button type="button" onClick={() => setOpen('link')}>
          {said.run.send}
        </button>
      )}
      <Menu label={said.run.more(name)}>
        {edit !== null && run.status === 'draft' && (
          <MenuItem
            onChoose={() =>
              edit.make({
                title: `${said.plan.approve}: ${name}`,
                ops: [{ op: 'approve', run_ids }],
              })
            }
          >
            {said.run.approve}
          </MenuItem>
        )}
        {canSend && run.status === 'draft' && (
          <MenuItem onChoose={() => setOpen('link')}>{said.run.send}</MenuItem>
        )}
        <MenuItem onChoose={() => setOpen('paper')}>{said.run.print}</MenuItem>
        {edit !== null && isChangeable(run) && (
          <>
            <MenuItem onChoose={() => setOpen('driver')}>{said.run.setDriver}</MenuItem>
            {run.status === 'draft' && (
              <MenuItem
                onChoose={() =>
                  edit.propose({
                    title: `${said.plan.shorten}: ${name}`,
                    ops: [{ op: 'reoptimise', run_ids }],
                  })
                }
              >
                {said.plan.shorten}
              </MenuItem>
            )}
            <MenuItem
              onChoose={() =>
                edit.propose({
                  title: `${said.run.cancel}: ${name}`,
                  ops: [{ op: 'cancel', run_ids }],
                })
              }
            >
              {said.run.cancel}
            </MenuItem>
          </>
        )}
      </Menu>
      {open === 'link' && <LinkDialog run={run} name={name} onClose={close} />}
      {open === 'driver' && <DriverDialog run={run} name={name} onClose={close} />}
      {open === 'paper' && <RunPaper run={run} name={name} onPrinted={close} />}
    </div>
  )
}
