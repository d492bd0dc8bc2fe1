import type { Device, DeviceSecret } from '@bakwacht/api/contract'
import { useState } from 'react'
import { Link } from 'wouter'
import { ask, segment } from '../../api/ask.ts'
import { words } from '../../language/words.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { refusal } from '../../parts/refusal.ts'
import { Status } from '../../parts/status.tsx'
import { Secret } from './secret.tsx'
import { moveTo, useDeviceChange } from './use-tie.ts'

type Asking = 'out' | 'secret' | 'retire'

/** Moved, taken out, given a new secret, taken out of use: what cannot be undone is asked first. */
export function DeviceActions({
  device: { id, container_id: containerId },
}: {
  readonly device: Device
}) {
  const said = words().devices
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const change = useDeviceChange(async (what: Asking) => {
    if (what === 'out') await moveTo(id, null)
    if (what === 'retire') await ask(`/devices/${segment(id)}`, { method: 'DELETE' })
    if (what !== 'secret') return undefined
    return (await ask<DeviceSecret>(`/devices/${segment(id)}/secret`, { method: 'POST' })).secret
  })
  return (
    <>
      <div className="choices">
        <Link href={`/register/add/device?device=${segment(id)}`} className="button main">
          {containerId === null ? said.tieIt : said.move}
        </Link>
        {containerId !== null && (
          <button type="button" onClick={() => setAsking('out')}>
            {said.actions.out}
          </button>
        )}
        <button type="button" onClick={() => setAsking('secret')}>
          {said.actions.secret}
        </button>
        <button type="button" onClick={() => setAsking('retire')}>
          {said.actions.retire}
        </button>
      </div>
      <Status fault={refusal(change.error)} />
      {change.data !== undefined && <Secret code={id} secret={change.data} />}
      {asking !== undefined && (
        <Confirm
          title={`${said.actions[asking]}?`}
          action={said.actions[asking]}
          busy={change.isPending}
          onYes={() =>
            change.mutate(asking, {
              onSettled: () => setAsking((now) => (now === asking ? undefined : now)),
            })
          }
          onClose={close}
        >
          <p>{said.consequences[asking]}</p>
        </Confirm>
      )}
    </>
  )
}
