// What the tests of stores commit.
import type { Reading } from '@bakwacht/domain'
import type { Log } from './log.ts'
import type { ReadingToCommit, TelemetryStore } from './telemetry-store.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR
/** A Tuesday, at noon UTC. */
export const NOON = Date.UTC(2026, 10, 17, 12)

export const reading = (change: Partial<Reading> = {}): Reading => ({
  deviceId: 'd-1',
  observedAt: NOON,
  receivedAt: change.observedAt ?? NOON,
  seq: null,
  flags: 0,
  distanceMm: 812,
  fillPct: null,
  tempC: 8.4,
  rhPct: 81.2,
  batteryV: 3.583,
  rssiDbm: -101,
  tiltDeg: 2,
  lidOpens: 14,
  ...change,
})

/** The hash is of the measured values, as acceptance makes it. */
export const item = (change: Partial<Reading> = {}, stampedByServer = false): ReadingToCommit => {
  const made = reading(change)
  const { deviceId, observedAt, receivedAt, flags, ...measured } = made
  return { reading: made, stampedByServer, contentHash: hashOf(JSON.stringify(measured)) }
}

/** FNV-1a in 48 bits. */
function hashOf(text: string): number {
  let hash = 0xcbf29ce484n
  for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) % 2n ** 48n
  return Number(hash)
}

export const stamped = (change: Partial<Reading> = {}) => item(change, true)

export const hours = (deviceId: string, from: number, count: number): ReadingToCommit[] =>
  Array.from({ length: count }, (_, hour) =>
    item({
      deviceId,
      observedAt: from + hour * HOUR,
      seq: hour,
      tempC: hour % 7 === 3 ? null : (hour % 40) / 4,
      distanceMm: 900 - (hour % 500),
    }),
  )

export const everything = (deviceId = 'd-1') => ({ deviceId, from: 0, to: NOON + 1000 * DAY })

/** All readings that the store's history gives, in pages. */
export async function allHistory(
  store: TelemetryStore,
  ranges = [everything()],
  limit = 1000,
): Promise<Reading[]> {
  const found: Reading[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await store.history({ ranges, limit, ...(cursor !== undefined && { cursor }) })
    found.push(...page.items)
    if (page.nextCursor === null) return found
    cursor = page.nextCursor
  }
}

export interface RecordedLog extends Log {
  readonly lines: string[]
}

export function recordedLog(): RecordedLog {
  const lines: string[] = []
  const note = (level: string) => (details: object, message: string) => {
    const { err } = details as { readonly err?: Error }
    lines.push([level, message, err?.message].filter(Boolean).join(': '))
  }
  return { lines, info: note('info'), warn: note('warn'), error: note('error') }
}
