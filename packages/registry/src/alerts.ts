import { type Alert, type AlertKind, severityOf } from '@bakwacht/domain'
import { inChunks } from './database/chunks.ts'
import { keyset, pageOf } from './database/keyset.ts'
import type { AlertRow, Db } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Alerts } from './registry.ts'

/** Alerts as people see them, newest first; states/ raises and clears them. */
export function createAlerts({ db, write }: StoreDependencies): Alerts {
  return {
    find: (id) => findAlert(db, id),

    async page({ open, containerId, ...request }) {
      const { after, limit } = keyset({ raised_at: 'whole number', id: 'text' }, 'desc', request)
      let query = db.selectFrom('alerts').selectAll().where(after)
      if (open === true) query = query.where('status', '=', 'open')
      if (open === false) query = query.where('status', '!=', 'open')
      if (containerId !== undefined) query = query.where('container_id', '=', containerId)
      const rows = await query
        .orderBy('raised_at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute()
      const page = pageOf(rows, request, (row) => [row.raised_at, row.id])
      return { ...page, items: page.items.map(alertOf) }
    },

    async open(containerIds) {
      const query = db.selectFrom('alerts').selectAll().where('status', '=', 'open')
      const rows =
        containerIds === undefined
          ? await query.orderBy('container_id').orderBy('raised_at').execute()
          : await inChunks(containerIds, (chunk) =>
              query
                .where('container_id', 'in', chunk)
                .orderBy('container_id')
                .orderBy('raised_at')
                .execute(),
            )
      return rows.map(alertOf)
    },

    ack: (id, by, at) =>
      write(async (tx) => {
        const alert = await findAlert(tx.trx, id)
        if (alert === undefined || alert.ackedAt !== null) return alert
        await tx.trx
          .updateTable('alerts')
          .set({ acked_at: at, acked_by: by })
          .where('id', '=', id)
          .execute()
        const acked = { ...alert, ackedAt: at, ackedBy: by }
        tx.log({ at, kind: 'alert', subject: alert.containerId, payload: acked })
        return acked
      }),
  }
}

async function findAlert(db: Db, id: string): Promise<Alert | undefined> {
  const row = await db.selectFrom('alerts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && alertOf(row)
}

export const alertOf = (row: AlertRow): Alert => ({
  id: row.id,
  containerId: row.container_id,
  kind: row.kind as AlertKind,
  severity: severityOf(row.kind as AlertKind),
  raisedAt: row.raised_at,
  clearedAt: row.cleared_at,
  status: row.status as Alert['status'],
  notified: row.notified === 1,
  ackedAt: row.acked_at,
  ackedBy: row.acked_by,
  evidence: JSON.parse(row.evidence),
})

export const rowOf = (alert: Alert): AlertRow => ({
  id: alert.id,
  container_id: alert.containerId,
  kind: alert.kind,
  raised_at: alert.raisedAt,
  cleared_at: alert.clearedAt,
  status: alert.status,
  notified: alert.notified ? 1 : 0,
  acked_at: alert.ackedAt,
  acked_by: alert.ackedBy,
  evidence: JSON.stringify(alert.evidence),
})
