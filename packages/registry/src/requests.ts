import type { CollectionRequest } from '@bakwacht/domain'
import { inChunks } from './database/chunks.ts'
import type { RequestRow } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Requests } from './registry.ts'

/** "Please empty": open until the container is emptied or somebody closes it. */
export function createRequests({ db, write }: StoreDependencies): Requests {
  return {
    async open(containerIds) {
      const query = db.selectFrom('requests').selectAll().where('closed_at', 'is', null)
      const rows =
        containerIds === undefined
          ? await query.orderBy('created_at').orderBy('id').execute()
          : await inChunks(containerIds, (chunk) =>
              query
                .where('container_id', 'in', chunk)
                .orderBy('created_at')
                .orderBy('id')
                .execute(),
            )
      return rows.map(requestOf)
    },

    /** The same id again gives what is stored. */
    add: (request) =>
      write(async ({ trx }) => {
        await trx
          .insertInto('requests')
          .values(rowOf(request))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        const row = await trx
          .selectFrom('requests')
          .selectAll()
          .where('id', '=', request.id)
          .executeTakeFirstOrThrow()
        return requestOf(row)
      }),

    async close(ids, at) {
      await write(({ trx }) =>
        inChunks(ids, (chunk) =>
          trx
            .updateTable('requests')
            .set({ closed_at: at })
            .where('id', 'in', chunk)
            .where('closed_at', 'is', null)
            .execute(),
        ),
      )
    },
  }
}

const requestOf = (row: RequestRow): CollectionRequest => ({
  id: row.id,
  containerId: row.container_id,
  kind: row.kind as CollectionRequest['kind'],
  note: row.note,
  createdAt: row.created_at,
  closedAt: row.closed_at,
})

const rowOf = (request: CollectionRequest): RequestRow => ({
  id: request.id,
  container_id: request.containerId,
  kind: request.kind,
  note: request.note,
  created_at: request.createdAt,
  closed_at: request.closedAt,
  closed_by: null,
})
