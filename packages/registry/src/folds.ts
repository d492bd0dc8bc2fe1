// What thresholds folded, kept over restarts: checkpoints and hourly values. Their meaning is theirs.
import { DAY_MS } from '@bakwacht/domain'
import { chunksOf, inChunks } from './database/chunks.ts'
import type { Tables } from './database/schema.ts'
import type { StoreDependencies } from './database/stores.ts'
import type { Writing } from './database/writing.ts'
import {
  type FoldChange,
  type FoldCheckpoint,
  type FoldedDay,
  type Folds,
  HOURS_KEPT_DAYS,
} from './registry.ts'

export function createFolds({ db, write }: StoreDependencies): Folds {
  return {
    async checkpoints(containerIds, at) {
      const rows = await inChunks(containerIds, (chunk) =>
        db
          .selectFrom('fold_checkpoints as c')
          .selectAll()
          .where('container_id', 'in', chunk)
          .where('at', '=', (eb) =>
            eb
              .selectFrom('fold_checkpoints as n')
              .select((n) => n.fn.max<number>('n.at').as('newest'))
              .whereRef('n.container_id', '=', 'c.container_id')
              .where('n.at', '<=', at),
          )
          .execute(),
      )
      return rows.map(checkpointOf)
    },

    save: (changes) =>
      write(async (tx) => {
        await removeOutdated(tx, changes)
        await removeOldDays(tx, changes)
        await writeCheckpoints(tx, changes)
        await writeDays(tx, changes)
      }),

    async days(containerIds, fromDay, toDay) {
      const rows = await inChunks(containerIds, (chunk) =>
        db
          .selectFrom('fold_days')
          .selectAll()
          .where('container_id', 'in', chunk)
          .where('day', '>=', fromDay)
          .where('day', '<=', toDay)
          .orderBy('container_id')
          .orderBy('day')
          .execute(),
      )
      return rows.map(dayOf)
    },
  }
}

/** Those that a late event makes wrong, and of the old ones all but the newest. */
async function removeOutdated({ trx }: Writing, changes: readonly FoldChange[]): Promise<void> {
  const stored = await inChunks(
    changes.map(({ containerId }) => containerId),
    (chunk) =>
      trx
        .selectFrom('fold_checkpoints')
        .select(['container_id', 'at'])
        .where('container_id', 'in', chunk)
        .execute(),
  )
  const times = Map.groupBy(stored, (row) => row.container_id)
  for (const change of changes) {
    const outdated = outdatedOf(
      change,
      (times.get(change.containerId) ?? []).map(({ at }) => at),
    )
    if (outdated.length > 0)
      await trx
        .deleteFrom('fold_checkpoints')
        .where('container_id', '=', change.containerId)
        .where('at', 'in', outdated)
        .execute()
  }
}

/** Once a day for each container: a page shows two months of hours, and the readings have the rest. */
async function removeOldDays({ trx }: Writing, changes: readonly FoldChange[]): Promise<void> {
  for (const { containerId, checkpoints, keepFrom } of changes)
    if (checkpoints.length > 0)
      await trx
        .deleteFrom('fold_days')
        .where('container_id', '=', containerId)
        .where('day', '<', Math.floor(keepFrom / DAY_MS) - HOURS_KEPT_DAYS)
        .execute()
}

function outdatedOf(change: FoldChange, stored: readonly number[]): number[] {
  const kept = [
    ...stored.filter((at) => at <= change.replacesFrom),
    ...change.checkpoints.map(({ at }) => at),
  ]
  const lastBefore = Math.max(...kept.filter((at) => at < change.keepFrom))
  return stored.filter((at) => at > change.replacesFrom || at < lastBefore)
}

async function writeCheckpoints({ trx }: Writing, changes: readonly FoldChange[]): Promise<void> {
  const rows = changes.flatMap(({ checkpoints }) =>
    checkpoints.map(({ containerId, at, state }) => ({ container_id: containerId, at, state })),
  )
  for (const chunk of chunksOf(rows))
    await trx
      .insertInto('fold_checkpoints')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['container_id', 'at'])
          .doUpdateSet({ state: (eb) => eb.ref('excluded.state') }),
      )
      .execute()
}

async function writeDays({ trx }: Writing, changes: readonly FoldChange[]): Promise<void> {
  const rows = changes.flatMap(({ days }) =>
    days.map(({ containerId, day, hours }) => ({
      container_id: containerId,
      day,
      hours: Buffer.from(hours.buffer, hours.byteOffset, hours.byteLength),
    })),
  )
  for (const chunk of chunksOf(rows))
    await trx
      .insertInto('fold_days')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['container_id', 'day'])
          .doUpdateSet({ hours: (eb) => eb.ref('excluded.hours') }),
      )
      .execute()
}

const checkpointOf = (row: Tables['fold_checkpoints']): FoldCheckpoint => ({
  containerId: row.container_id,
  at: row.at,
  state: row.state,
})

/** The drivers give Buffers, which compare and serialise unlike the plain bytes that were given. */
const dayOf = (row: Tables['fold_days']): FoldedDay => ({
  containerId: row.container_id,
  day: row.day,
  hours: new Uint8Array(row.hours),
})
