import type { Container, NewContainer } from '@bakwacht/api/contract'
import { segment } from '../../api/ask.ts'
import { replace } from '../../api/replace.ts'

/** Changes some fields of a container as it is now; all others stay. */
export const changeContainer = (id: string, changes: Partial<NewContainer>): Promise<Container> =>
  replace<Container>(`/containers/${segment(id)}`, ({ last_emptied_at, ...now }) => ({
    ...now,
    ...changes,
  }))
