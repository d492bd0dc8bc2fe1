import type { Container, NewContainer } from '@bakwacht/api/contract'
import { ask, segment } from '../../api/ask.ts'

/** Changes some fields of a container as it is now; all others stay. */
export async function changeContainer(
  id: string,
  changes: Partial<NewContainer>,
): Promise<Container> {
  const path = `/containers/${segment(id)}`
  const { last_emptied_at, ...now } = await ask<Container>(path)
  return ask<Container>(path, { method: 'PUT', body: { ...now, ...changes } })
}
