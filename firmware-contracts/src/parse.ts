// Bytes to readings: the hot path of every message. Never throws; what is refused says why.
import type { z } from 'zod'
import { decodeBytes, tooDeep } from './decode-bytes.ts'
import { MAX_ITEMS, MAX_NESTING } from './limits.ts'
import {
  PAYLOAD_VERSION,
  REQUIRED_MEASUREMENTS,
  telemetryItem,
  type WireReading,
} from './payload.ts'
import { readPlain } from './plain-reading.ts'
import { type ItemFault, type MessageFault, type Reason, reason, show } from './reason.ts'
import { deviceStatus, type WireStatus } from './status.ts'

export interface WireItem {
  readonly kind: 'reading'
  readonly index: number
  readonly reading: WireReading
}
export interface RejectedItem {
  readonly kind: 'rejected'
  readonly index: number
  readonly reason: Reason<ItemFault>
}
export interface RejectedMessage {
  readonly kind: 'rejected'
  readonly reason: Reason
}
export type ParsedTelemetry =
  | {
      readonly kind: 'message'
      readonly items: readonly (WireItem | RejectedItem)[]
      readonly unknownKeys: number
    }
  | RejectedMessage

type Fields = Readonly<Record<string, unknown>>

/** A message that is one reading is refused whole; in an array each item stands for itself. */
export function parseTelemetry(bytes: Uint8Array): ParsedTelemetry {
  const plain = readPlain(bytes)
  if (plain === undefined) return parseAny(bytes)
  const { reading, unknownKeys } = plain
  return { kind: 'message', items: [{ kind: 'reading', index: 0, reading }], unknownKeys }
}

/** The long way, which takes every message. */
export function parseAny(bytes: Uint8Array): ParsedTelemetry {
  const decoded = decodeBytes(bytes)
  if (decoded.kind === 'rejected') return decoded
  const { value } = decoded
  const isArray = Array.isArray(value)
  const items: readonly unknown[] = isArray ? value : [value]

  const fault = messageFault(items)
  if (fault !== undefined) return { kind: 'rejected', reason: fault }
  const parsed = items.map((item, index) => parseItem(item, index, isArray))
  const [first] = parsed
  if (!isArray && first?.kind === 'rejected') return { kind: 'rejected', reason: first.reason }
  return { kind: 'message', items: parsed, unknownKeys: unknownKeysIn(items) }
}

function messageFault(items: readonly unknown[]): Reason<MessageFault> | undefined {
  if (items.length === 0) return reason('empty', 'an empty array', `1 to ${MAX_ITEMS} readings`)
  if (items.length > MAX_ITEMS)
    return reason('too_many_items', `${items.length} readings`, `at most ${MAX_ITEMS}`)
  for (const item of items) {
    if (!isFields(item)) continue
    if (item.v !== PAYLOAD_VERSION)
      return reason('wrong_version', `v ${show(item.v)}`, `v ${PAYLOAD_VERSION}`)
  }
  return items.some((item) => isDeeperThan(item, MAX_NESTING)) ? tooDeep() : undefined
}

function parseItem(item: unknown, index: number, inArray: boolean): WireItem | RejectedItem {
  const refuse = (why: Reason<ItemFault>): RejectedItem => ({
    kind: 'rejected',
    index,
    reason: why,
  })
  if (!isFields(item)) return refuse(reason('wrong_type', show(item), 'a map with a reading'))
  const parsed = telemetryItem.safeParse(item)
  const checked = parsed.success ? parsed : telemetryItem.safeParse(withoutBigInts(item))
  if (!checked.success) return refuse(typeFault(checked.error, item))
  const reading = checked.data
  if (inArray && reading.ts === undefined)
    return refuse(reason('missing_ts', 'no ts', 'a ts in every item of an array'))
  if (!REQUIRED_MEASUREMENTS.some((key) => reading[key] !== undefined))
    return refuse(
      reason('no_measurement', 'no measurement', `one of ${REQUIRED_MEASUREMENTS.join(', ')}`),
    )
  return { kind: 'reading', index, reading }
}

export type ParsedStatus =
  | { readonly kind: 'status'; readonly status: WireStatus; readonly unknownKeys: number }
  | RejectedMessage

/** Never throws. */
export function parseStatus(bytes: Uint8Array): ParsedStatus {
  const decoded = decodeBytes(bytes)
  if (decoded.kind === 'rejected') return decoded
  const { value } = decoded
  if (!isFields(value))
    return { kind: 'rejected', reason: reason('wrong_type', show(value), 'a map with a status') }
  const parsed = deviceStatus.safeParse(value)
  return parsed.success
    ? { kind: 'status', status: parsed.data, unknownKeys: countUnknown(value, STATUS_KEYS) }
    : { kind: 'rejected', reason: typeFault(parsed.error, value) }
}

const TELEMETRY_KEYS = new Set(Object.keys(telemetryItem.shape))
const STATUS_KEYS = new Set(Object.keys(deviceStatus.shape))

function unknownKeysIn(items: readonly unknown[]): number {
  let unknown = 0
  for (const item of items) if (isFields(item)) unknown += countUnknown(item, TELEMETRY_KEYS)
  return unknown
}

function countUnknown(fields: Fields, known: ReadonlySet<string>): number {
  let unknown = 0
  for (const key in fields) if (!known.has(key)) unknown++
  return unknown
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Uint8Array)

/** CBOR integers beyond 2^53 come as BigInt; JSON would have made them numbers. */
const withoutBigInts = (fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  )

function typeFault(error: z.ZodError, fields: Fields): Reason<ItemFault> {
  const [issue] = error.issues
  const key = String(issue?.path[0] ?? '')
  const wanted = issue?.message ?? ''
  return { code: 'wrong_type', message: `${key}: got ${show(fields[key])}, ${wanted}` }
}

/** Without recursion, so that no input can exhaust the stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let layer: unknown[] = [value]
  for (let depth = 0; depth <= levels; depth++) {
    const next: unknown[] = []
    for (const node of layer)
      if (typeof node === 'object' && node !== null && !(node instanceof Uint8Array))
        for (const child of Object.values(node))
          if (typeof child === 'object' && child !== null) next.push(child)
    if (next.length === 0) return false
    layer = next
  }
  return true
}
