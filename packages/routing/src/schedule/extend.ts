import { EPSILON } from '../tolerance.ts'
import { DURATION, EARLIEST, LATEST, type LabelSet } from './label-set.ts'

/**
 * Writes label `at` of `from`, grown by one act, behind the last label of `to`, and returns whether
 * time allows it. The act takes `duration` and begins within [opens, closes].
 */
export function extend(
  from: LabelSet,
  at: number,
  to: LabelSet,
  duration: number,
  opens: number,
  closes: number,
): boolean {
  const label = at * from.stride
  const grown = to.count * to.stride
  const source = from.data
  const target = to.data
  for (let i = 0; i < from.stride; i++) target[grown + i] = source[label + i] as number
  const own = source[label + DURATION] as number
  const earliest = source[label + EARLIEST] as number
  const latest = source[label + LATEST] as number
  if (earliest + own > closes + EPSILON) return false
  const wait = Math.max(0, opens - own - latest)
  target[grown + DURATION] = own + wait + duration
  target[grown + EARLIEST] = wait > 0 ? latest : Math.max(earliest, opens - own)
  target[grown + LATEST] = Math.min(latest, closes - own)
  return true
}
