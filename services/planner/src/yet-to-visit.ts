import type { Run } from '@bakwacht/domain'

/**
 * The runs with the stops alone that nobody has been at: a bin that was emptied this morning, and reported
 * full since, may be in another run today.
 */
export const yetToVisit = (runs: readonly Run[]): readonly Run[] =>
  runs.map((run) => ({ ...run, stops: run.stops.filter(({ result }) => result === null) }))
