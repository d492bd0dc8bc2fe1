import {
  REJECTED_PAYLOAD_BYTES,
  REJECTIONS_KEPT,
  REJECTIONS_PER_DEVICE,
  REJECTIONS_WINDOW_MS,
} from '../rejection-limits.ts'
import type { NewRejection, Rejection } from '../telemetry-store.ts'
import type { Database } from './database.ts'

const INSERT = `
  INSERT INTO rejections (at, device_id, topic, reason, item, payload, payload_bytes)
  SELECT $1, $2, $3, $4, $5, $6, $7 WHERE ${REJECTIONS_PER_DEVICE} > (
    SELECT count(*) FROM rejections
    WHERE device_id IS NOT DISTINCT FROM $2::text
      AND at > $1::bigint - ${REJECTIONS_WINDOW_MS} AND at < $1::bigint + ${REJECTIONS_WINDOW_MS})`

const TRIM = `
  DELETE FROM rejections WHERE id <=
    (SELECT id FROM rejections ORDER BY id DESC LIMIT 1 OFFSET ${REJECTIONS_KEPT})`

export const writeRejections = (database: Database, rejections: readonly NewRejection[]) =>
  database.transaction(async (client) => {
    for (const { at, deviceId, topic, reason, item, payload, payloadBytes } of rejections) {
      const head = Buffer.from(payload.subarray(0, REJECTED_PAYLOAD_BYTES))
      await client.query(INSERT, [at, deviceId, topic, reason, item, head, payloadBytes])
    }
    await client.query(TRIM)
  })

export interface RejectionPage {
  readonly limit: number
  readonly before?: number
  readonly deviceId?: string
}

/** Newest first. */
export async function readRejections(
  database: Database,
  { limit, before = Number.MAX_SAFE_INTEGER, deviceId }: RejectionPage,
): Promise<Rejection[]> {
  const rows = await database.query<Omit<Rejection, 'payload'> & { payload: Buffer }>(
    `SELECT id, at, device_id AS "deviceId", topic, reason, item, payload,
       payload_bytes AS "payloadBytes"
     FROM rejections WHERE id < $1 AND ($2::text IS NULL OR device_id = $2)
     ORDER BY id DESC LIMIT $3`,
    [before, deviceId ?? null, limit],
  )
  return rows.map((row) => ({ ...row, payload: Uint8Array.from(row.payload) }))
}
