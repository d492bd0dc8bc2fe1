// Which tap goes next. Only the order of those of one stop matters: a later word stands for the earlier ones.
import type { Tap } from '../kept/kept.ts'

/** As often as this the service may just have been down. */
const TRIES = 3

/** The service has failed at it so often that the others no longer wait for it. */
export const isStuck = ({ faults }: Tap): boolean => (faults?.tries ?? 0) >= TRIES

/** In their order; those that are stuck after all others, and of one stop the last word alone. */
export function nextTap(taps: readonly Tap[]): Tap | undefined {
  const waiting = taps.filter(({ refusal }) => refusal === null)
  const firsts = waiting.filter((tap) => {
    const own = waiting.filter(({ runId, stopId }) => runId === tap.runId && stopId === tap.stopId)
    return tap === (own.find((one) => !isStuck(one)) ?? own.at(-1))
  })
  return firsts.find((tap) => !isStuck(tap)) ?? firsts[0]
}
