import type { Stop, StopOutcome, StopResult } from '@bakwacht/domain'
import { inChunks } from './database/chunks.ts'
import type { ResultRow } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Results, TripResult } from './registry.ts'

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

    async trips(from, to) {
      const rows = await db
        .selectFrom('results')
        .selectAll()
        .where('at', '>=', from)
        .where('at', '<', to)
        .where('trip', 'is not', null)
        .execute()
      return [...Map.groupBy(rows, (row) => `${row.trip} ${row.run_id}`).values()]
        .filter((trip) => trip.some(({ kg }) => kg !== null))
        .map((trip) => trip.map(tripResultOf))
    },

    async newestRevision() {
      const { newest } = await db
        .selectFrom('results')
        .select(({ fn }) => fn.max<number | null>('revision').as('newest'))
        .executeTakeFirstOrThrow()
      return newest ?? 0
    },
  }
}

const tripResultOf = (row: ResultRow): TripResult => ({
  containerId: row.container_id,
  outcome: row.outcome as StopOutcome,
  kg: row.kg,
  wetKg: row.wet_kg,
  expectedL: row.expected_l ?? 0,
})

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
  revision: number,
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
  expected_l: Math.round(stop.expectedL),
  trip: stop.trip,
  revision,
})
