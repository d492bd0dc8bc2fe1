import type { Device, DeviceSecret } from '@bakwacht/api/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ask, segment } from '../../api/ask.ts'
import { midnight } from '../../language/format.ts'

export interface Tie {
  readonly code: string
  readonly containerId: string
  /** The first whole day that it has sat there, `YYYY-MM-DD`; empty: since now. */
  readonly since: string
  /** It is in the register already: it moves. */
  readonly registered: boolean
}

const STALE = ['devices', 'device', 'unassigned', 'seats', 'fleet', 'state', 'alerts']

/** What a change of a device puts out of date. */
export function useDeviceChange<Told, Answer>(change: (told: Told) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(STALE.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  })
}

/** @returns the secret of a device that is new, this once */
export const useTie = () =>
  useDeviceChange(
    async ({ code, containerId, since, registered }: Tie): Promise<string | undefined> => {
      const from = since === '' ? {} : { from: new Date(midnight(since)).toISOString() }
      if (registered) {
        await moveTo(code, containerId, from)
        return undefined
      }
      const body = { id: code, container_id: containerId, ...from }
      const { secret } = await ask<Device & DeviceSecret>('/devices', { method: 'POST', body })
      return secret
    },
  )

/** `null`: out of its container. */
export const moveTo = (
  code: string,
  containerId: string | null,
  from: { readonly from?: string } = {},
): Promise<unknown> =>
  ask(`/devices/${segment(code)}/assignments`, {
    method: 'POST',
    body: { container_id: containerId, ...from },
  })
