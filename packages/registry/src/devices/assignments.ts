// Which device sat in which container when. Intervals are [from, to); neither a device nor a
// container ever has two at a time.
import type { Assignment } from '@bakwacht/domain'
import type { Db, Tables } from '../database/schema.ts'
import type { Writing } from '../database/writing.ts'
import { AssignmentConflict, UnknownId } from '../refusals.ts'
import type { Devices } from '../registry.ts'

type Row = Tables['assignments']

export async function assign(
  tx: Writing,
  { deviceId, containerId, from, registeredAt }: Omit<Assignment, 'to'>,
): Promise<Assignment> {
  await refuseUnknown(tx.trx, deviceId, containerId)
  const standing = await endingAfter(tx.trx, deviceId, containerId, from)
  const same = standing.find((row) => isSame(row, deviceId, containerId, from))
  if (same !== undefined) return assignmentOf(same)
  refuseLater(standing, from)

  for (const row of standing) await end(tx, row, from)
  const row = {
    ...{ device_id: deviceId, container_id: containerId, from_at: from, to_at: null },
    registered_at: registeredAt,
  }
  await tx.trx.insertInto('assignments').values(row).execute()
  tx.touch(containerId, from)
  return assignmentOf(row)
}

/** Nothing happens where the device sits nowhere at that time. */
export async function unassign(tx: Writing, deviceId: string, at: number): Promise<void> {
  const standing = await ofDeviceAfter(tx.trx, deviceId, at)
  refuseLater(standing, at)
  for (const row of standing) await end(tx, row, at)
}

/** Ends the assignment that holds at that time; those that would begin later never were. */
export async function unassignForGood(tx: Writing, deviceId: string, at: number): Promise<void> {
  for (const row of await ofDeviceAfter(tx.trx, deviceId, at))
    await end(tx, row, Math.max(at, row.from_at))
}

const ofDeviceAfter = (db: Db, deviceId: string, at: number) =>
  db
    .selectFrom('assignments')
    .selectAll()
    .where('device_id', '=', deviceId)
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', at)]))
    .execute()

export async function assignments(
  db: Db,
  filter: Parameters<Devices['assignments']>[0] = {},
): Promise<readonly Assignment[]> {
  const { deviceId, containerId, from, to } = filter
  let query = db.selectFrom('assignments').selectAll()
  if (deviceId !== undefined) query = query.where('device_id', '=', deviceId)
  if (containerId !== undefined) query = query.where('container_id', '=', containerId)
  if (to !== undefined) query = query.where('from_at', '<', to)
  if (from !== undefined)
    query = query.where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', from)]))
  const rows = await query.orderBy('from_at').orderBy('device_id').execute()
  return rows.map(assignmentOf)
}

async function refuseUnknown(db: Db, deviceId: string, containerId: string): Promise<void> {
  const device = db.selectFrom('devices').select('id').where('id', '=', deviceId)
  if ((await device.executeTakeFirst()) === undefined) throw new UnknownId('device', deviceId)
  const container = db.selectFrom('containers').select('id').where('id', '=', containerId)
  if ((await container.executeTakeFirst()) === undefined)
    throw new UnknownId('container', containerId)
}

/** Of the device or the container, whatever holds at `at` or begins later. */
const endingAfter = (db: Db, deviceId: string, containerId: string, at: number) =>
  db
    .selectFrom('assignments')
    .selectAll()
    .where((eb) => eb.or([eb('device_id', '=', deviceId), eb('container_id', '=', containerId)]))
    .where((eb) => eb.or([eb('to_at', 'is', null), eb('to_at', '>', at)]))
    .orderBy('from_at')
    .execute()

/** Assigned there already, and to stay. */
const isSame = (row: Row, deviceId: string, containerId: string, from: number) =>
  row.device_id === deviceId &&
  row.container_id === containerId &&
  row.from_at <= from &&
  row.to_at === null

function refuseLater(standing: readonly Row[], from: number): void {
  const later = standing.find((row) => row.from_at > from)
  if (later !== undefined)
    throw new AssignmentConflict(
      `from ${iso(from)} is too early: device ${later.device_id} is in container ${later.container_id} from ${iso(later.from_at)}`,
    )
}

/** One that begins at that very time never was. */
async function end(tx: Writing, row: Row, at: number): Promise<void> {
  if (row.from_at === at)
    await tx.trx
      .deleteFrom('assignments')
      .where('device_id', '=', row.device_id)
      .where('from_at', '=', at)
      .execute()
  else
    await tx.trx
      .updateTable('assignments')
      .set({ to_at: at })
      .where('device_id', '=', row.device_id)
      .where('from_at', '=', row.from_at)
      .execute()
  tx.touch(row.container_id, at)
}

const iso = (at: number) => new Date(at).toISOString()

const assignmentOf = (row: Row): Assignment => ({
  deviceId: row.device_id,
  containerId: row.container_id,
  from: row.from_at,
  to: row.to_at,
  registeredAt: row.registered_at,
})
