// The register of devices: their configuration, their last words, their secrets.
import type { Device, DeviceConfig } from '@bakwacht/domain'
import { chunksOf, inChunks } from '../database/chunks.ts'
import { keyset, pageOf } from '../database/keyset.ts'
import type { Db } from '../database/schema.ts'
import type { StoreDependencies } from '../database/stores.ts'
import type { Writing } from '../database/writing.ts'
import { mosquittoPassword } from '../mosquitto-password.ts'
import { UnknownId } from '../refusals.ts'
import { changesOf, written } from '../registers/register.ts'
import type { Devices } from '../registry.ts'
import { isSecretOf, newSecret, secretHash } from '../secret.ts'
import { assign, assignments, unassign, unassignForGood } from './assignments.ts'
import { DEVICE_COLUMNS, deviceOf, rowOf } from './device-rows.ts'

export function createDevices({ db, write, clock }: StoreDependencies): Devices {
  return {
    all: async () =>
      (await db.selectFrom('devices').select(DEVICE_COLUMNS).orderBy('id').execute()).map(deviceOf),
    find: (id) => findDevice(db, id),

    async page(request) {
      const { after, limit } = keyset({ id: 'text' }, 'asc', request)
      const rows = await db
        .selectFrom('devices')
        .select(DEVICE_COLUMNS)
        .where(after)
        .orderBy('id')
        .limit(limit)
        .execute()
      const page = pageOf(rows, request, (row) => [row.id])
      return { ...page, items: page.items.map(deviceOf) }
    },

    put: (devices) => write((tx) => putDevices(tx, devices, clock())),

    change: (ids, next) =>
      write(async (tx) => {
        const changed = changesOf(ids, await findDevices(tx.trx, ids), next)
        await putDevices(tx, changed.flatMap(written), clock())
        return changed
      }),

    async register(device, seat) {
      const made = await makeSecret()
      return write(async (tx) => {
        const before = await findDevice(tx.trx, device.id)
        if (before?.active) return undefined
        await putDevices(
          tx,
          [{ ...device, createdAt: before?.createdAt ?? device.createdAt }],
          clock(),
        )
        await keepSecret(tx.trx, device.id, made)
        const registeredAt = clock()
        if (seat !== null) await assign(tx, { ...seat, deviceId: device.id, registeredAt })
        return made.secret
      })
    },

    async issueSecret(deviceId) {
      const made = await makeSecret()
      await keepSecret(db, deviceId, made)
      return made.secret
    },

    async verify(deviceId, secret) {
      const row = await db
        .selectFrom('devices')
        .select(['secret_hash', 'active'])
        .where('id', '=', deviceId)
        .executeTakeFirst()
      const own = isSecretOf(row?.secret_hash, secret)
      return own && row?.active === 1
    },

    async secretHashes(deviceIds) {
      const rows = await inChunks(deviceIds, (chunk) =>
        db
          .selectFrom('devices')
          .select(['id', 'secret_hash'])
          .where('id', 'in', chunk)
          .where('active', '=', 1)
          .where('secret_hash', 'is not', null)
          .execute(),
      )
      return new Map(rows.map(({ id, secret_hash }) => [id, secret_hash ?? '']))
    },

    assign: (assignment) => write((tx) => assign(tx, { ...assignment, registeredAt: clock() })),
    unassign: (deviceId, at) => write((tx) => unassign(tx, deviceId, at)),
    retire: (deviceId, at) =>
      write(async (tx) => {
        const device = await findDevice(tx.trx, deviceId)
        if (device === undefined) return false
        await putDevices(tx, [{ ...device, active: false }], clock())
        await unassignForGood(tx, deviceId, at)
        return true
      }),
    assignments: (filter) => assignments(db, filter),

    setStatus: (deviceId, status) =>
      write(async (tx) => {
        const device = await findDevice(tx.trx, deviceId)
        if (device === undefined || (device.status?.at ?? status.at) > status.at) return
        await tx.trx
          .updateTable('devices')
          .set({ status: JSON.stringify(status) })
          .where('id', '=', deviceId)
          .execute()
      }),

    setConfig: (deviceId, config) =>
      write(async (tx) => {
        const device = await findDevice(tx.trx, deviceId)
        if (device === undefined) throw new UnknownId('device', deviceId)
        const next = nextConfig(device.config, { ...config, rev: device.config.rev })
        if (next === device.config) return next
        await writeDevices(tx, [{ ...device, config: next }])
        logConfig(tx, deviceId, next, clock())
        return next
      }),
  }
}

interface MadeSecret {
  readonly secret: string
  readonly mosquittoPassword: string
}

/** Before any transaction: the broker's kind of hash takes its time. */
async function makeSecret(): Promise<MadeSecret> {
  const secret = newSecret()
  return { secret, mosquittoPassword: await mosquittoPassword(secret) }
}

async function keepSecret(db: Db, deviceId: string, made: MadeSecret): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('devices')
    .set({ secret_hash: secretHash(made.secret), mosquitto_password: made.mosquittoPassword })
    .where('id', '=', deviceId)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new UnknownId('device', deviceId)
}

async function findDevice(db: Db, id: string): Promise<Device | undefined> {
  const row = await db
    .selectFrom('devices')
    .select(DEVICE_COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && deviceOf(row)
}

async function findDevices(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Device>> {
  const rows = await inChunks(ids, (chunk) =>
    db.selectFrom('devices').select(DEVICE_COLUMNS).where('id', 'in', chunk).execute(),
  )
  return new Map(rows.map((row) => [row.id, deviceOf(row)]))
}

/** A known device keeps its secret, a status newer than the given one, and a revision that only grows. */
async function putDevices(tx: Writing, devices: readonly Device[], now: number) {
  const given = new Map(devices.map((device) => [device.id, device]))
  const before = await findDevices(tx.trx, [...given.keys()])
  const merged = [...given.values()].map((device) => mergedWith(before.get(device.id), device))
  await writeDevices(tx, merged)
  for (const { id, config, active } of merged) {
    const known = before.get(id)
    // A device that was retired is to be told nothing any more, which is news as well.
    if (config.rev !== known?.config.rev || active !== known.active) logConfig(tx, id, config, now)
  }
  return { created: [...given.keys()].filter((id) => !before.has(id)) }
}

function mergedWith(before: Device | undefined, device: Device): Device {
  if (before === undefined) return device
  const keptStatus = (before.status?.at ?? 0) > (device.status?.at ?? 0)
  return {
    ...device,
    config: nextConfig(before.config, device.config),
    status: keptStatus ? before.status : device.status,
  }
}

/** The same object if nothing changes; otherwise with a greater `rev`. */
function nextConfig(before: DeviceConfig, given: DeviceConfig): DeviceConfig {
  const same = before.reportS === given.reportS && before.measureS === given.measureS
  if (same && given.rev <= before.rev) return before
  return { ...given, rev: Math.max(given.rev, before.rev + 1) }
}

const logConfig = (tx: Writing, deviceId: string, config: DeviceConfig, at: number) =>
  tx.log({ at, kind: 'device_config', subject: deviceId, payload: { ...config } })

async function writeDevices({ trx }: Writing, devices: readonly Device[]): Promise<void> {
  for (const chunk of chunksOf(devices.map(rowOf)))
    await trx
      .insertInto('devices')
      .values([...chunk])
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet({
          created_at: (eb) => eb.ref('excluded.created_at'),
          active: (eb) => eb.ref('excluded.active'),
          config: (eb) => eb.ref('excluded.config'),
          status: (eb) => eb.ref('excluded.status'),
        }),
      )
      .execute()
}
