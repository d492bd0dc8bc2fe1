// A time to come (a year typed wrong) as the last emptying would keep trucks away until then.
import { type Container, MINUTE_MS } from '@bakwacht/domain'
import { wireTime } from '@bakwacht/wire'
import { Problem } from '../server/problem.ts'

/** How far another clock may be ahead. */
const TOLERANCE_MS = 10 * MINUTE_MS

/** @returns what is wrong with the container's last emptying, if anything */
export function emptiedAhead({ lastEmptiedAt }: Pick<Container, 'lastEmptiedAt'>, now: number) {
  if (lastEmptiedAt === null || lastEmptiedAt <= now + TOLERANCE_MS) return undefined
  const wanted = `no later than ${wireTime(now)}, the time here`
  return { field: 'last_emptied_at', got: wireTime(lastEmptiedAt), wanted }
}

/** @throws Problem `invalid_body` */
export function refuseEmptiedAhead(container: Container, now: number): void {
  const fault = emptiedAhead(container, now)
  if (fault === undefined) return
  const { field, got, wanted } = fault
  throw new Problem('invalid_body', `/${field}: got ${got}, wanted ${wanted}`, {
    errors: [{ in: 'body', field: `/${field}`, got, wanted }],
  })
}
