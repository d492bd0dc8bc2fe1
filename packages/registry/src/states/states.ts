// The current state of every container, and the alerts that follow from it.
import { isDeepStrictEqual } from 'node:util'
import type { Alert, ContainerState } from '@bakwacht/domain'
import { alertOf, rowOf } from '../alerts.ts'
import { chunksOf, inChunks } from '../database/chunks.ts'
import { revisionCache } from '../database/revision-cache.ts'
import type { StoreDependencies } from '../database/stores.ts'
import type { Writing } from '../database/writing.ts'
import type { StateChange, States } from '../registry.ts'
import { noticeable } from './noticeable.ts'
import { reconcile } from './reconcile.ts'

export function createStates({ db, write }: StoreDependencies): States {
  return {
    all: revisionCache<ContainerState>((revision) =>
      db.selectFrom('states').selectAll().where('revision', '>', revision).execute(),
    ),
    async find(containerId) {
      const row = await db
        .selectFrom('states')
        .select('body')
        .where('id', '=', containerId)
        .executeTakeFirst()
      return row && JSON.parse(row.body)
    },
    apply: (changes, now) =>
      write(async (tx) => {
        const latest = [...new Map(changes.map((c) => [c.state.containerId, c])).values()]
        await storeStates(
          tx,
          latest.map(({ state }) => state),
          now,
        )
        return storeAlerts(tx, latest, now)
      }),
  }
}

/** Writes the states that say something else than before, and logs those that a reader would notice. */
async function storeStates(
  tx: Writing,
  states: readonly ContainerState[],
  now: number,
): Promise<void> {
  const before = await storedStates(
    tx,
    states.map(({ containerId }) => containerId),
  )
  const changed = states.filter((state) => !saysTheSame(before.get(state.containerId), state))
  const rows = changed.map((state) => ({
    id: state.containerId,
    revision: tx.next(),
    body: JSON.stringify(state),
  }))
  for (const chunk of chunksOf(rows))
    await tx.trx
      .insertInto('states')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          revision: (eb) => eb.ref('excluded.revision'),
          body: (eb) => eb.ref('excluded.body'),
        }),
      )
      .execute()
  for (const state of changed)
    if (isNews(before.get(state.containerId), state))
      tx.log({ at: now, kind: 'state', subject: state.containerId, payload: { ...state } })
}

async function storedStates({ trx }: Writing, ids: readonly string[]) {
  const rows = await inChunks(ids, (chunk) =>
    trx.selectFrom('states').select(['id', 'body']).where('id', 'in', chunk).execute(),
  )
  return new Map(rows.map(({ id, body }): [string, ContainerState] => [id, JSON.parse(body)]))
}

const saysTheSame = (before: ContainerState | undefined, state: ContainerState) =>
  before !== undefined &&
  isDeepStrictEqual({ ...before, evaluatedAt: state.evaluatedAt }, { ...state })

const isNews = (before: ContainerState | undefined, state: ContainerState) =>
  before === undefined || !isDeepStrictEqual(noticeable(before), noticeable(state))

/** @returns the alerts that people were told of and whose status is another now */
async function storeAlerts(
  tx: Writing,
  changes: readonly StateChange[],
  now: number,
): Promise<Alert[]> {
  const before = new Map((await storedAlerts(tx, changes)).map((alert) => [alert.id, alert]))
  const byContainer = Map.groupBy(before.values(), ({ containerId }) => containerId)
  const changed = changes
    .flatMap((change) => reconcile(change, byContainer.get(change.state.containerId) ?? []))
    .filter((alert) => !isDeepStrictEqual(before.get(alert.id), alert))
  await writeAlerts(tx, changed)
  for (const alert of changed)
    if (isMoreThanEvidence(before.get(alert.id), alert))
      tx.log({ at: now, kind: 'alert', subject: alert.containerId, payload: { ...alert } })
  return changed.filter((alert) => alert.notified && alert.status !== before.get(alert.id)?.status)
}

/** More than `reconcile` needs does no harm: it looks at each change's own `alertsSince`. */
async function storedAlerts({ trx }: Writing, changes: readonly StateChange[]): Promise<Alert[]> {
  const alerts: Alert[] = []
  for (const chunk of chunksOf(changes)) {
    const since = earliestOf(chunk)
    const rows = await trx
      .selectFrom('alerts')
      .selectAll()
      .where(
        'container_id',
        'in',
        chunk.map(({ state }) => state.containerId),
      )
      .where((eb) => eb.or([eb('raised_at', '>=', since), eb('status', '=', 'open')]))
      .execute()
    alerts.push(...rows.map(alertOf))
  }
  return alerts
}

/** Callers may say "from the beginning" by -Infinity, which no column holds. */
function earliestOf(changes: readonly StateChange[]): number {
  const times = changes.flatMap(({ alertsSince, episodes }) => [
    alertsSince,
    ...episodes.map(({ raisedAt }) => raisedAt),
  ])
  return Math.max(
    0,
    times.reduce((a, b) => Math.min(a, b)),
  )
}

async function writeAlerts({ trx }: Writing, alerts: readonly Alert[]): Promise<void> {
  for (const chunk of chunksOf(alerts.map(rowOf)))
    await trx
      .insertInto('alerts')
      .values([...chunk])
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          cleared_at: (eb) => eb.ref('excluded.cleared_at'),
          status: (eb) => eb.ref('excluded.status'),
          notified: (eb) => eb.ref('excluded.notified'),
          evidence: (eb) => eb.ref('excluded.evidence'),
        }),
      )
      .execute()
}

const isMoreThanEvidence = (before: Alert | undefined, alert: Alert) =>
  before === undefined ||
  !isDeepStrictEqual({ ...before, evidence: null }, { ...alert, evidence: null })
