// The one way in, called by every door. When `accept` has resolved, the message may be
// acknowledged: what was good is on disk, what was refused is in the rejection log.
import type { Reason, RejectedItem } from '@bakwacht/firmware-contracts'
import type { CommitOutcome, Committer, NewRejection } from '@bakwacht/telemetry'
import { type Decoded, type DecodedReading, decode } from './decode.ts'

export interface IncomingMessage {
  readonly topic: string
  readonly deviceId: string
  readonly payload: Uint8Array
  /** UTC ms. */
  readonly receivedAt: number
}

export type ItemOutcome =
  | { readonly kind: CommitOutcome; readonly index: number; readonly flags: number }
  | { readonly kind: 'rejected'; readonly index: number; readonly reason: Reason }

export type Accepted =
  | { readonly kind: 'accepted'; readonly items: readonly ItemOutcome[] }
  | { readonly kind: 'rejected'; readonly reason: Reason }

/** Totals since start. */
export interface AcceptanceCounters {
  messages: number
  stored: number
  /** Readings that were there already. */
  duplicates: number
  /** Readings whose time was taken by another content. */
  conflicts: number
  rejectedMessages: number
  rejectedItems: number
  unknownKeys: number
}

/** A message that a door refused unread: nobody keeps what it said. */
export interface RefusedMessage {
  readonly topic: string
  readonly deviceId: string | null
  readonly receivedAt: number
  readonly reason: Reason<string>
  /** Its first bytes, as far as they were kept. */
  readonly payload: Uint8Array
  readonly payloadBytes: number
}

export interface Acceptance {
  /**
   * Decodes, checks and commits one message.
   * @throws TelemetryUnavailable when nothing was stored: then it must not be acknowledged
   */
  accept(message: IncomingMessage): Promise<Accepted>
  /**
   * The same for several that came together: resolves when all of them may be acknowledged.
   * @returns what became of each good reading, in order
   * @throws TelemetryUnavailable when not all of them were stored: then none must be acknowledged
   */
  acceptTogether(messages: readonly IncomingMessage[]): Promise<readonly CommitOutcome[]>
  /** Logs a message that was refused before it could be decoded. */
  refuse(message: RefusedMessage): Promise<void>
  readonly counters: Readonly<AcceptanceCounters>
}

interface Sorted {
  readonly good: DecodedReading[]
  readonly refused: NewRejection[]
}

const KEPT_BYTES = 1024
const TOTAL_OF = { stored: 'stored', duplicate: 'duplicates', conflict: 'conflicts' } as const

export function createAcceptance({ telemetry }: { readonly telemetry: Committer }): Acceptance {
  const counters: AcceptanceCounters = {
    messages: 0,
    stored: 0,
    duplicates: 0,
    conflicts: 0,
    rejectedMessages: 0,
    rejectedItems: 0,
    unknownKeys: 0,
  }

  // None of these is async, nor makes a closure where readings are in scope: until the commit is done,
  // that would keep alive all that the messages were decoded to, and the collector would copy it.
  function accept(message: IncomingMessage): Promise<Accepted> {
    const sorted: Sorted = { good: [], refused: [] }
    const decoded = sort(message, sorted)
    const settled = settle(sorted)
    return decoded.kind === 'rejected'
      ? after(settled, decoded)
      : withOutcomes(settled, decoded.items.map(placeOf))
  }

  function acceptTogether(messages: readonly IncomingMessage[]) {
    const sorted: Sorted = { good: [], refused: [] }
    for (const message of messages) sort(message, sorted)
    return settle(sorted)
  }

  function sort(message: IncomingMessage, { good, refused }: Sorted): Decoded {
    counters.messages++
    const decoded = decode(message.payload, message.deviceId, message.receivedAt)
    if (decoded.kind === 'rejected') {
      refused.push(rejection(message, decoded.reason, null))
      return decoded
    }
    counters.unknownKeys += decoded.unknownKeys
    for (const item of decoded.items) {
      if (item.kind === 'reading') good.push(item)
      else refused.push(rejection(message, item.reason, item.index))
    }
    return decoded
  }

  function settle({ good, refused }: Sorted): Promise<readonly CommitOutcome[]> {
    const committing = good.length === 0 ? Promise.resolve([]) : telemetry.commit(good)
    return committing.then((outcomes) => {
      for (const outcome of outcomes) counters[TOTAL_OF[outcome]]++
      return refused.length === 0 ? outcomes : logRefused(refused).then(() => outcomes)
    })
  }

  function logRefused(refused: readonly NewRejection[]): Promise<void> {
    for (const { item } of refused) counters[item === null ? 'rejectedMessages' : 'rejectedItems']++
    return telemetry.reject(refused)
  }

  async function refuse(message: RefusedMessage): Promise<void> {
    counters.rejectedMessages++
    await telemetry.reject([rejection(message, message.reason, null, message.payloadBytes)])
  }

  return { accept, acceptTogether, refuse, counters }
}

type Place =
  | RejectedItem
  | { readonly kind: 'reading'; readonly index: number; readonly flags: number }

/** What of an item is still to be said once it is committed. */
const placeOf = (item: DecodedReading | RejectedItem): Place =>
  item.kind === 'rejected'
    ? item
    : { kind: 'reading', index: item.index, flags: item.reading.flags }

async function after<Value>(settled: Promise<unknown>, value: Value): Promise<Value> {
  await settled
  return value
}

async function withOutcomes(
  settled: Promise<readonly CommitOutcome[]>,
  places: readonly Place[],
): Promise<Accepted> {
  const outcomes = (await settled).values()
  return {
    kind: 'accepted',
    items: places.map((place) =>
      place.kind === 'rejected' ? place : { ...place, kind: nextOf(outcomes, place.index) },
    ),
  }
}

function nextOf(outcomes: Iterator<CommitOutcome>, index: number): CommitOutcome {
  const { value, done } = outcomes.next()
  if (done) throw new Error(`got no outcome for item ${index}, wanted one each`)
  return value
}

const rejection = (
  message: Omit<RefusedMessage, 'reason' | 'payloadBytes'>,
  why: Reason<string>,
  item: number | null,
  payloadBytes = message.payload.length,
): NewRejection => ({
  at: message.receivedAt,
  deviceId: message.deviceId,
  topic: message.topic,
  reason: `${why.code}: ${why.message}`,
  item,
  // A copy: a slice of a Buffer would keep the whole packet alive.
  payload: new Uint8Array(message.payload.subarray(0, KEPT_BYTES)),
  payloadBytes,
})
