import {
  REJECTED_PAYLOAD_BYTES,
  REJECTIONS_KEPT,
  REJECTIONS_PER_DEVICE,
  REJECTIONS_WINDOW_MS,
} from '../rejection-limits.ts'
import type { NewRejection, Rejection } from '../telemetry-store.ts'
import type { Connection } from './connection.ts'

const INSERT = `
  INSERT INTO rejections (at, device_id, topic, reason, item, payload, payload_bytes)
  SELECT @at, @deviceId, @topic, @reason, @item, @payload, @payloadBytes WHERE ${REJECTIONS_PER_DEVICE} > (
    SELECT count(*) FROM rejections WHERE device_id IS @deviceId
      AND at > @at - ${REJECTIONS_WINDOW_MS} AND at < @at + ${REJECTIONS_WINDOW_MS})`

const TRIM = `
  DELETE FROM rejections WHERE id <=
    (SELECT id FROM rejections ORDER BY id DESC LIMIT 1 OFFSET ${REJECTIONS_KEPT})`

export function writeRejections(connection: Connection, rejections: readonly NewRejection[]): void {
  const insert = connection.prepare<[object]>(INSERT)
  connection.transaction(() => {
    for (const rejection of rejections)
      insert.run({ ...rejection, payload: head(rejection.payload) })
    connection.prepare(TRIM).run()
  })()
}

const head = (payload: Uint8Array) => Buffer.from(payload.subarray(0, REJECTED_PAYLOAD_BYTES))

export interface RejectionPage {
  readonly limit: number
  readonly before?: number
  readonly deviceId?: string
}

/** Newest first. */
export function readRejections(connection: Connection, page: RejectionPage): Rejection[] {
  return connection
    .prepare<[object], Rejection>(
      `SELECT id, at, device_id AS deviceId, topic, reason, item, payload,
         payload_bytes AS payloadBytes
       FROM rejections WHERE id < @before AND (@deviceId IS NULL OR device_id = @deviceId)
       ORDER BY id DESC LIMIT @limit`,
    )
    .all({ before: Number.MAX_SAFE_INTEGER, deviceId: null, ...page })
    .map((rejection) => ({ ...rejection, payload: Uint8Array.from(rejection.payload) }))
}
