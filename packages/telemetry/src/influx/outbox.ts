// What the forwarder needs of the SQL side: readings in the order of arrival, and a durable cursor.
import type { Reading } from '@bakwacht/domain'

export interface Outbox {
  /**
   * One process forwards at a time; the others get `false`. A lease ends by itself.
   * `holder` names this process.
   */
  takeLease(holder: string, forMs: number): Promise<boolean>
  /** Lets another process take over at once. */
  dropLease(holder: string): Promise<void>
  /** The readings after the cursor, in the order of arrival, at most `limit`. */
  next(limit: number): Promise<OutboxBatch>
  /**
   * Moves the cursor, remembers what InfluxDB refused, and marks the hours of the batch as touched,
   * all in one transaction.
   */
  forwarded(upTo: number, deadLetters: readonly DeadLetter[]): Promise<void>
  /** Arrival numbers between the cursor and the newest reading. */
  backlog(): Promise<number>

  /** Touched hours that begin before this, in the order of device and hour. */
  touchedHours(before: number, limit: number): Promise<readonly TouchedHour[]>
  /** An hour touched again meanwhile (another mark) stays. */
  hoursRolledUp(hours: readonly TouchedHour[]): Promise<void>

  /**
   * Removes readings that InfluxDB has, that were observed before this, and that no fold may need any
   * more (retention.ts says how long it may); at most `limit`.
   * @returns how many
   */
  forget(observedBefore: number, limit: number): Promise<number>
}

export interface OutboxBatch {
  readonly readings: readonly Reading[]
  /** The arrival number of each. */
  readonly arrivals: readonly number[]
}

export interface DeadLetter {
  readonly arrival: number
  readonly reason: string
}

export interface TouchedHour {
  readonly deviceId: string
  /** UTC ms: its start. */
  readonly hour: number
  readonly mark: number
}
