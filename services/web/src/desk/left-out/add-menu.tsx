import { words } from '../../language/words.ts'
import { targetsOn } from '../change/targets.ts'
import { useDesk } from '../desk-context.ts'
import { Menu, MenuItem } from '../menu.tsx'

/** Into a run of the planner's choice, or where it costs least. */
export function AddMenu({ id, name }: { readonly id: string; readonly name: string }) {
  const said = words().desk
  const desk = useDesk()
  const { edit } = desk
  if (edit === null) return null
  return (
    <Menu label={said.leftOut.add(name)} face={said.leftOut.addShort}>
      <MenuItem
        onChoose={() =>
          edit.propose({ title: said.change.add(name), ops: [{ op: 'add', container_id: id }] })
        }
      >
        {said.leftOut.cheapest}
      </MenuItem>
      {targetsOn(desk).map(({ label, title, to }) => (
        <MenuItem
          key={label}
          onChoose={() =>
            edit.propose({
              title: `${said.change.add(name)}: ${title}`,
              ops: [{ op: 'add', container_id: id, ...to }],
            })
          }
        >
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}
