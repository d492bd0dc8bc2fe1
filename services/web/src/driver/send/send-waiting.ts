// Brings taps to the service: in order, one at a time, each until it is known to be there or refused.
import type { Run } from '@bakwacht/api/contract'
import type { KeptRun, Refusal, Tap } from '../kept/kept.ts'
import type { Shelf } from '../kept/shelf.ts'

export type Posted =
  | { readonly kind: 'stored'; readonly run: Run }
  /** Nobody there, or not able just now: another time. */
  | { readonly kind: 'unreached' }
  /** The link does not open the run: no tap of it can be sent until another one does. */
  | { readonly kind: 'shut' }
  /** This tap alone is not taken. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }

interface Ports {
  readonly shelf: Shelf
  readonly post: (run: KeptRun, tap: Tap) => Promise<Posted>
  /** What is kept has changed. */
  readonly changed: () => void
}

/**
 * A tap that was answered is taken off in the same transaction that keeps the answer. Should the page die between
 * the service's commit and ours, it is sent again, and its key makes that harmless.
 * @returns whether everything that can be sent is
 */
export async function sendWaiting({ shelf, post, changed }: Ports): Promise<boolean> {
  const shut = new Set<string>()
  for (;;) {
    const { runs, taps } = await shelf.all()
    const next = taps.find(({ refusal, runId }) => refusal === null && !shut.has(runId))
    if (next === undefined) return shut.size === 0
    const run = runs.find(({ id }) => id === next.runId)
    if (run === undefined) {
      shut.add(next.runId)
      continue
    }
    const posted = await post(run, next)
    switch (posted.kind) {
      case 'stored':
        await shelf.settle(next, posted.run)
        break
      case 'refused':
        await shelf.refuse(next, posted.refusal)
        break
      case 'shut':
        shut.add(run.id)
        // Another link may have been opened meanwhile.
        await shelf.changeRun(run.id, (kept) =>
          kept.token === run.token ? { ...kept, access: 'refused' } : kept,
        )
        break
      case 'unreached':
        return false
      default:
        posted satisfies never
    }
    changed()
  }
}
