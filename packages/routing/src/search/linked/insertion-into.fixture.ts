import type { Random } from '../../random/sfc32.ts'
import { Neighbours } from '../neighbours.ts'
import { serveableJobs } from '../serveable.ts'
import { LinkedInsertion } from './linked-insertion.ts'
import type { LinkedTours } from './linked-tours.ts'

/** Insertion into the tours that knows all neighbours. */
export function insertionInto(
  tours: LinkedTours,
  blink = 0,
  random: Random = () => 0,
): LinkedInsertion {
  const { instance } = tours
  const neighbours = new Neighbours(instance, serveableJobs(instance), instance.jobCount)
  return new LinkedInsertion({ tours, neighbours, blink, random })
}
