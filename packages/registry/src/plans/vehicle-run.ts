// What each vehicle has to drive now: the earliest of its approved or started runs.
import type { Run } from '@bakwacht/domain'
import { inChunks } from '../database/chunks.ts'
import type { Writing } from '../database/writing.ts'
import { withResults } from './read-plans.ts'
import { toldRun } from './told-run.ts'

type CurrentRuns = ReadonlyMap<string, Run>

export async function currentRuns(
  { trx }: Writing,
  vehicleIds: readonly string[],
): Promise<CurrentRuns> {
  const rows = await inChunks(vehicleIds, (chunk) =>
    trx
      .selectFrom('runs')
      .selectAll()
      .where('vehicle_id', 'in', chunk)
      .where('status', 'in', ['approved', 'started'])
      .orderBy('departure')
      .orderBy('id')
      .execute(),
  )
  const earliest = [...Map.groupBy(rows, (row) => row.vehicle_id).values()].flatMap((group) =>
    group.slice(0, 1),
  )
  return new Map((await withResults(trx, earliest)).map((run) => [run.vehicleId, run]))
}

/** Logs `{run}` for each vehicle whose current run is another or changed; null: it has none any more. */
export async function logCurrentRuns(
  tx: Writing,
  vehicleIds: readonly string[],
  before: CurrentRuns,
  at: number,
): Promise<void> {
  const after = await currentRuns(tx, vehicleIds)
  for (const vehicleId of new Set(vehicleIds)) {
    const [was, is] = [before.get(vehicleId), after.get(vehicleId)]
    if (was?.id !== is?.id || was?.version !== is?.version)
      tx.log({
        at,
        kind: 'vehicle_run',
        subject: vehicleId,
        payload: { run: is === undefined ? null : toldRun(is) },
      })
  }
}
