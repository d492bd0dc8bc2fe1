import type { Token } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, segment } from '../../api/ask.ts'
import { tokensQuery } from '../../api/queries.ts'
import { words } from '../../language/words.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { refusal } from '../../parts/refusal.ts'
import { Status } from '../../parts/status.tsx'

interface TakeAwayProps {
  readonly token: Token
  readonly onClose: () => void
}

export function TakeAway({ token, onClose }: TakeAwayProps) {
  const said = words().settings.access
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: () => ask(`/tokens/${segment(token.id)}`, { method: 'DELETE' }),
    onSuccess: () => void client.invalidateQueries(tokensQuery),
  })
  return (
    <Confirm
      title={said.revokeTitle(token.name)}
      action={said.revoke}
      busy={revoke.isPending}
      onYes={() => revoke.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{said.revokeAbout}</p>
      <Status fault={refusal(revoke.error)} />
    </Confirm>
  )
}
