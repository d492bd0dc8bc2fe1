import type { Stop, StopOutcome, StopResult } from '@bakwacht/domain'
import { inChunks } from './database/chunks.ts'
import type { ResultRow } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Results } from './registry.ts'

/** What drivers reported, by container; plans/ stores it. */
export function createResults({ db }: StoreDependencies): Results {
  return {
    async of(containerIds, from, to) {
      const rows = await inChunks(containerIds, (chunk) =>
        db
          .selectFrom('results')
          .selectAll()
          .where('container_id', 'in', chunk)
          .where('at', '>=', from)
          .where('at', '<', to)
          .execute(),
      )
      return rows
        .sort((a, b) => a.at - b.at)
        .map((row) => ({
          ...resultOf(row),
          runId: row.run_id,
          stopId: row.stop_id,
          containerId: row.container_id ?? '',
        }))
    },
  }
}

export const resultOf = (row: ResultRow): StopResult => ({
  outcome: row.outcome as StopOutcome,
  kg: row.kg,
  wetKg: row.wet_kg,
  destination: row.destination,
  note: row.note,
  at: row.at,
})

export const resultRowOf = (
  runId: string,
  stop: Stop,
  result: StopResult,
  emptiedBefore: number | null,
): ResultRow => ({
  run_id: runId,
  stop_id: stop.id,
  container_id: stop.containerId,
  outcome: result.outcome,
  kg: result.kg,
  wet_kg: result.wetKg,
  destination: result.destination,
  note: result.note,
  at: result.at,
  emptied_before: emptiedBefore,
})
