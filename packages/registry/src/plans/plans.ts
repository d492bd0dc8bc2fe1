// Plans and their runs: one plan a date and depot, versions that grow, results by stop id.
import { keyset, pageOf } from '../database/keyset.ts'
import type { StoreDependencies } from '../database/stores.ts'
import type { Plans } from '../registry.ts'
import { addResult, hasResultKey } from './add-result.ts'
import { readEarlier } from './earlier-plans.ts'
import { endOverdue } from './end-overdue.ts'
import { createMentions } from './mentions.ts'
import { readPlan, readPlanFor, readRun, withResults, withRuns } from './read-plans.ts'
import { savePlan } from './save-plan.ts'

export function createPlans({ db, write, clock }: StoreDependencies): Plans {
  return {
    find: (id) => readPlan(db, id),
    findFor: (date, depotId) => readPlanFor(db, date, depotId),
    earlier: (id, version) => readEarlier(db, id, version),
    run: (id) => readRun(db, id),

    /** Newest date first. */
    async page({ date, ...request }) {
      const { after, limit } = keyset({ date: 'text', id: 'text' }, 'desc', request)
      let query = db.selectFrom('plans').selectAll().where(after)
      if (date !== undefined) query = query.where('date', '=', date)
      const rows = await query.orderBy('date', 'desc').orderBy('id', 'desc').limit(limit).execute()
      const page = pageOf(rows, request, (row) => [row.date, row.id])
      return { ...page, items: await withRuns(db, page.items) }
    },

    /** In the order of departure. */
    async runs({ date, vehicleId, status, ...request }) {
      if (status?.length === 0) return { items: [], nextCursor: null }
      const { after, limit } = keyset({ departure: 'whole number', id: 'text' }, 'asc', request)
      let query = db.selectFrom('runs').selectAll().where(after)
      if (date !== undefined) query = query.where('date', '=', date)
      if (vehicleId !== undefined) query = query.where('vehicle_id', '=', vehicleId)
      if (status !== undefined) query = query.where('status', 'in', [...status])
      const rows = await query.orderBy('departure').orderBy('id').limit(limit).execute()
      const page = pageOf(rows, request, (row) => [row.departure, row.id])
      return { ...page, items: await withResults(db, page.items) }
    },

    mentions: createMentions(db),
    save: (next, expectedVersion) => write((tx) => savePlan(tx, next, expectedVersion, clock())),
    addResult: (given) => write((tx) => addResult(tx, given)),
    hasResultKey: (runId, key) => hasResultKey(db, runId, key),
    endOverdue: (now) => write((tx) => endOverdue(tx, now)),
  }
}
