import type { Run } from '@bakwacht/domain'

/** The run as subscribers learn of it: that it has a way on roads, but not its lines, which are long. */
export const toldRun = (run: Run): Run => (run.way === undefined ? run : { ...run, way: [] })
