import { Refused } from '../api/ask.ts'

const MOST_TRIES = 3

/** A refusal stays a refusal; what was not reached, or could not serve just now, may answer next time. */
export const worthAnotherTry = (failures: number, error: Error): boolean =>
  failures < MOST_TRIES && (!(error instanceof Refused) || error.status >= 500)
