// Brings taps to the service: one at a time, those of a stop in their order, each until it is there or refused.
import type { Run } from '@bakwacht/api/contract'
import type { KeptRun, Refusal, Tap } from '../kept/kept.ts'
import type { Shelf } from '../kept/shelf.ts'
import { isStuck, nextTap } from './next-tap.ts'
import { putRight } from './put-right.ts'

export type Posted =
  | { readonly kind: 'stored'; readonly run: Run }
  /** Nobody there, or not able just now: another time. */
  | { readonly kind: 'unreached' }
  /** There was an answer, but no word about the tap: the service has a fault, or something else answered for it. */
  | { readonly kind: 'fault'; readonly status: number }
  /** The link does not open the run: no tap of it can be sent until another one does. */
  | { readonly kind: 'shut' }
  /** It lies in the future of the service, whose clock is that far ahead of the phone's. */
  | { readonly kind: 'ahead'; readonly aheadMs: number; readonly refusal: Refusal }
  /** This tap alone is not taken. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }

interface Ports {
  readonly shelf: Shelf
  readonly post: (run: KeptRun, tap: Tap) => Promise<Posted>
  /** What is kept has changed. */
  readonly changed: () => void
  /** By the phone's clock, UTC ms. */
  readonly now: () => number
  /** False: another sender has taken over. */
  readonly isOurs: () => boolean
}

/**
 * A tap that was answered is taken off in the same transaction that keeps the answer. Should the page die between
 * the service's commit and ours, it is sent again, and its key makes that harmless.
 *
 * A fault ends the round, as no answer at all does: the service may be down, and is left in peace. A tap at which it
 * fails again and again goes after all others; if it fails once more when they were taken, it is the tap.
 * @returns whether everything that can be sent is
 */
export async function sendWaiting(ports: Ports): Promise<boolean> {
  const { shelf, post, changed, now, isOurs } = ports
  const shut = new Set<string>()
  const failed = new Set<number>()
  const told = new Set<number>()
  /** The service has said something about a tap of this round. */
  let answers = false
  while (isOurs()) {
    const { runs, taps } = await shelf.all()
    const next = nextTap(taps.filter(({ order, runId }) => !(shut.has(runId) || failed.has(order))))
    if (next === undefined) return shut.size + failed.size === 0
    const run = runs.find(({ id }) => id === next.runId)
    if (run === undefined) {
      shut.add(next.runId)
      continue
    }
    const right = putRight(next, taps, run, now())
    for (const { order, word, aheadMs = 0 } of right)
      await shelf.changeTap(order, { word, aheadMs })
    const posted = await post(run, right[0] ?? next)
    switch (posted.kind) {
      case 'stored':
        answers = true
        await shelf.settle(next, posted.run)
        break
      case 'refused':
        answers = true
        await shelf.changeTap(next.order, { refusal: posted.refusal })
        break
      case 'ahead':
        // Once the clocks are known to differ it is sent with its time put right.
        if (told.has(next.order)) await shelf.changeTap(next.order, { refusal: posted.refusal })
        told.add(next.order)
        await shelf.changeRun(run.id, (kept) => ({ ...kept, aheadMs: posted.aheadMs }))
        break
      case 'shut':
        shut.add(run.id)
        // Another link may have been opened meanwhile.
        await shelf.changeRun(run.id, (kept) =>
          kept.token === run.token ? { ...kept, access: 'refused' } : kept,
        )
        break
      case 'fault': {
        const tries = (next.faults?.tries ?? 0) + 1
        // What was found out stays so in rounds that have nothing else to send.
        const alone = isStuck(next) && (answers || next.faults?.alone === true)
        await shelf.changeTap(next.order, { faults: { tries, status: posted.status, alone } })
        changed()
        if (!alone) return false
        failed.add(next.order)
        break
      }
      case 'unreached':
        return false
      default:
        posted satisfies never
    }
    changed()
  }
  return false
}
