// Who may sign in at an external broker, which checks passwords by itself.

export interface BrokerAccount {
  /** A device says telemetry and status and reads its config; a reader reads events. */
  readonly kind: 'device' | 'reader'
  /** A device's id; of a reader `token@` and its token's id, which no device can be called. */
  readonly user: string
  /** As Mosquitto keeps it. */
  readonly passwordHash: string
}

/**
 * Every active device and every token that reads events and is valid at `now`, devices first, each by
 * user. Without those whose secret was issued before the registry kept such passwords.
 */
export type BrokerAccounts = (now: number) => Promise<readonly BrokerAccount[]>
