// What it means for a run that it could not be read.
import { Refused } from '../../api/ask.ts'
import type { KeptRun } from '../kept/kept.ts'

/** @returns undefined: the service was not reached, or has not decided anything: later it may be readable */
export function accessAfter(error: unknown): Exclude<KeptRun['access'], 'open'> | undefined {
  // A proxy, or a net that wants a password first, says no without a code of ours.
  if (!(error instanceof Refused) || error.problem.code === undefined) return undefined
  if (error.status === 404 || error.status === 410) return 'over'
  return error.status === 401 || error.status === 403 ? 'refused' : undefined
}
