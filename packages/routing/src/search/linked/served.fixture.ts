import type { Instance } from '../../compile/instance.ts'
import { exactInsertion } from '../insertion-for.ts'
import { recreate } from '../recreate.ts'
import { serveableJobs } from '../serveable.ts'
import { Tours } from '../tours.ts'
import { linkableRates } from './linked-rounds.ts'
import { LinkedTours } from './linked-tours.ts'

/** Tours that serve all that some vehicle can, and the same linked; nothing where they do not fit. */
export function served(instance: Instance): { tours: Tours; linked: LinkedTours } | null {
  const rates = linkableRates(instance)
  if (rates === null) throw new Error('got a problem that cannot be linked')
  const jobs = Int32Array.from(serveableJobs(instance))
  const tours = new Tours(instance, [...jobs])
  const insertion = exactInsertion(tours)
  insertion.begin(jobs, jobs.length, null)
  recreate(tours, jobs, jobs.length, insertion, Infinity, Infinity, 'ignored')
  tours.keep()
  if (tours.missing > 0 || jobs.length === 0) return null
  const linked = new LinkedTours(instance, rates)
  linked.take(tours)
  return { tours, linked }
}
