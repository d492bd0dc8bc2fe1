// One group of readings, one transaction. The lock on the devices' rows makes the processes that
// share the database take turns device by device, so identity is decided as in one process.
import { type DeviceRecord, placeReading } from '../place-reading.ts'
import type { CommitOutcome, ReadingToCommit } from '../telemetry-store.ts'
import type { Client, Database } from './database.ts'
import { type DeviceNumbers, lockDevices, writeDevices } from './device-numbers.ts'
import { PACKED_VALUES } from './packed-columns.ts'
import { type Insert, type LedgerRow, ledgerRow, PreparedLedger } from './prepared-ledger.ts'

export async function commitReadings(
  database: Database,
  numbers: DeviceNumbers,
  items: readonly ReadingToCommit[],
): Promise<readonly CommitOutcome[]> {
  const numberOf = await numbers.of(items.map(({ reading }) => reading.deviceId))
  const deviceNo = (item: ReadingToCommit) => numberOf.get(item.reading.deviceId) ?? 0
  return database.transaction(async (client) => {
    const devices = await lockDevices(client, items.map(deviceNo))
    const rows = items.map((item) => ledgerRow(item, deviceOf(devices, deviceNo(item))))
    const ledger = new PreparedLedger()
    await fillTaken(client, ledger, rows)
    await fillStamped(client, ledger, rows)
    const outcomes = rows.map((row) => placeReading(ledger, row.device, row))
    await insertReadings(client, ledger.inserts)
    await rememberStamped(client, [...ledger.remembered.values()])
    await writeDevices(client, devices.values())
    return outcomes
  })
}

function deviceOf(devices: ReadonlyMap<number, DeviceRecord>, no: number): DeviceRecord {
  const device = devices.get(no)
  if (device === undefined) throw new Error(`device ${no} has no row`)
  return device
}

interface Span {
  readonly no: number
  readonly from: number
  /** Inclusive. */
  readonly to: number
}

/** Reads what stands at the exact times, and around the times of those that the server stamped. */
async function fillTaken(client: Client, ledger: PreparedLedger, rows: readonly LedgerRow[]) {
  const timed = rows.filter((row) => !row.stampedByServer)
  await readTaken(
    client,
    ledger,
    timed.map(({ device, observedAt }) => ({ no: device.no, from: observedAt, to: observedAt })),
  )
  const ofDevice = Map.groupBy(rows, ({ device }) => device.no)
  let windows = [...ofDevice].flatMap(([no, group]) => stampWindow(no, group))
  while (windows.length > 0) {
    await readTaken(client, ledger, windows)
    windows = windows.filter((window) => !hasRoom(ledger, window)).map(widened)
  }
}

/** A stretch of time in which each reading of a device must find a free millisecond. */
interface StampWindow extends Span {
  readonly lastStamp: number
  readonly needed: number
}

function stampWindow(no: number, group: readonly LedgerRow[]): StampWindow[] {
  const times = group.filter((row) => row.stampedByServer).map(({ observedAt }) => observedAt)
  if (times.length === 0) return []
  const [from, lastStamp, needed] = [Math.min(...times), Math.max(...times), group.length]
  return [{ no, from, to: lastStamp + 2 * needed, lastStamp, needed }]
}

const widened = (window: StampWindow): StampWindow => ({
  ...window,
  to: window.lastStamp + 8 * (window.to - window.lastStamp),
})

function hasRoom(ledger: PreparedLedger, { no, lastStamp, to, needed }: StampWindow): boolean {
  let free = 0
  for (let at = lastStamp; at <= to && free < needed; at++) if (!ledger.isTaken(no, at)) free++
  return free >= needed
}

async function readTaken(client: Client, ledger: PreparedLedger, spans: readonly Span[]) {
  if (spans.length === 0) return
  const { rows } = await client.query<{ device_no: number; observed_at: number; hash: number }>(
    `SELECT r.* FROM unnest($1::int[], $2::bigint[], $3::bigint[]) AS span (no, since, until)
     CROSS JOIN LATERAL (
       SELECT device_no, observed_at, content_hash AS hash FROM reading
       WHERE key BETWEEN reading_key(no, since) AND reading_key(no, until) OFFSET 0) r`,
    [spans.map(({ no }) => no), spans.map(({ from }) => from), spans.map(({ to }) => to)],
  )
  for (const { device_no, observed_at, hash } of rows) ledger.take(device_no, observed_at, hash)
}

async function fillStamped(client: Client, ledger: PreparedLedger, rows: readonly LedgerRow[]) {
  const stamped = rows.filter((row) => row.stampedByServer)
  if (stamped.length === 0) return
  const found = await client.query<{ no: number; hash: number; seq: number; received_at: number }>(
    `SELECT device_no AS no, content_hash AS hash, seq, received_at FROM stamped
     WHERE (device_no, content_hash, seq) IN
       (SELECT * FROM unnest($1::int[], $2::int[], $3::bigint[]))`,
    keysOf(stamped),
  )
  for (const { no, hash, seq, received_at } of found.rows)
    ledger.stamp(no, hash, seq === -1 ? null : seq, received_at)
}

async function rememberStamped(client: Client, rows: readonly LedgerRow[]): Promise<void> {
  if (rows.length === 0) return
  await client.query(
    `INSERT INTO stamped (device_no, content_hash, seq, received_at)
     SELECT * FROM unnest($1::int[], $2::int[], $3::bigint[], $4::bigint[])
     ON CONFLICT (device_no, content_hash, seq) DO UPDATE SET received_at = excluded.received_at`,
    [...keysOf(rows), rows.map(({ receivedAt }) => receivedAt)],
  )
}

const keysOf = (rows: readonly LedgerRow[]) => [
  rows.map(({ device }) => device.no),
  rows.map(({ hash }) => hash),
  rows.map(({ seq }) => seq ?? -1),
]

const VALUES: readonly (readonly [
  column: string,
  type: string,
  of: (insert: Insert) => number | string,
])[] = [
  ['device_no', 'int', ({ row }) => row.device.no],
  ['observed_at', 'bigint', ({ observedAt }) => observedAt],
  ['content_hash', 'int', ({ row }) => row.hash],
  ...PACKED_VALUES,
]
const NAMES = VALUES.map(([column]) => column)
const STORED = NAMES.slice(2).join(', ')

/** Arrival numbers follow the order of the arrays. */
const INSERT = `INSERT INTO readings (key, ${STORED})
  SELECT reading_key(device_no, observed_at), ${STORED}
  FROM unnest(${VALUES.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})
    AS new (${NAMES.join(', ')})`

async function insertReadings(client: Client, inserts: readonly Insert[]): Promise<void> {
  if (inserts.length === 0) return
  await client.query(
    INSERT,
    VALUES.map(([, , of]) => inserts.map(of)),
  )
}
