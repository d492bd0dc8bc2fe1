// All that dragging can do, and more, by keyboard.
import type { Run, Stop } from '@bakwacht/api/contract'
import { useLocation } from 'wouter'
import { segment } from '../../api/ask.ts'
import { words } from '../../language/words.ts'
import { type Move, moveEarlier, moveLater } from '../change/moves.ts'
import { targetsOn } from '../change/targets.ts'
import type { PlanEdit } from '../change/use-plan-edit.ts'
import { useDesk, vehicleName } from '../desk-context.ts'
import { Menu, MenuItem } from '../menu.tsx'

interface StopMenuProps {
  readonly run: Run
  readonly stop: Stop
  readonly canChange: boolean
}

export function StopMenu({ run, stop, canChange }: StopMenuProps) {
  const said = words().desk.stop
  const [, navigate] = useLocation()
  const { edit } = useDesk()
  return (
    <Menu label={canChange ? said.more(stop.name) : said.about(stop.name)}>
      {canChange && edit && <Changes run={run} stop={stop} edit={edit} />}
      <MenuItem onChoose={() => navigate(`/containers/${segment(stop.container_id ?? '')}`)}>
        {said.page}
      </MenuItem>
    </Menu>
  )
}

interface ChangesProps {
  readonly run: Run
  readonly stop: Stop
  readonly edit: PlanEdit
}

function Changes({ run, stop, edit }: ChangesProps) {
  const desk = useDesk()
  const said = words().desk
  const { name } = stop
  const place = (op: Move | undefined) => () =>
    op &&
    edit.propose({ title: said.change.place(name, op.seq, vehicleName(desk, run)), ops: [op] })
  const [earlier, later] = [moveEarlier(stop, run), moveLater(stop, run)]
  const lock = (to: Stop['lock']) => () =>
    edit.make({
      title: said.change.lock(name),
      ops: [{ op: 'lock', stop_id: stop.id, lock: to }],
    })
  return (
    <>
      <MenuItem disabled={earlier === undefined} onChoose={place(earlier)}>
        {said.stop.earlier}
      </MenuItem>
      <MenuItem disabled={later === undefined} onChoose={place(later)}>
        {said.stop.later}
      </MenuItem>
      {targetsOn(desk)
        .filter(({ to }) => to.run_id !== run.id)
        .map(({ label, title, to }) => (
          <MenuItem
            key={label}
            onChoose={() =>
              edit.propose({
                title: `${name}: ${title}`,
                ops: [{ op: 'move', stop_id: stop.id, ...to }],
              })
            }
          >
            {label}
          </MenuItem>
        ))}
      {stop.lock !== 'vehicle' && (
        <MenuItem onChoose={lock('vehicle')}>{said.stop.keepVehicle}</MenuItem>
      )}
      {stop.lock !== 'position' && (
        <MenuItem onChoose={lock('position')}>{said.stop.keepPlace}</MenuItem>
      )}
      {stop.lock !== 'none' && <MenuItem onChoose={lock('none')}>{said.stop.keepNot}</MenuItem>}
      <MenuItem
        onChoose={() =>
          edit.propose({
            title: said.change.drop(name),
            ops: [{ op: 'drop', stop_id: stop.id }],
          })
        }
      >
        {said.stop.out}
      </MenuItem>
    </>
  )
}
