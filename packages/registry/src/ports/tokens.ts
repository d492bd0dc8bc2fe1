// Who may ask for what.

export type Role = 'admin' | 'planner' | 'driver' | 'viewer' | 'device-manager'

export interface Token {
  readonly id: string
  readonly name: string
  readonly role: Role
  /** A driver token for one run alone. */
  readonly runId: string | null
  readonly createdAt: number
  readonly expiresAt: number | null
}

export interface Tokens {
  all(): Promise<readonly Token[]>
  /** @returns the token's secret this once; only its hash is kept */
  issue(token: Omit<Token, 'id'>): Promise<{ readonly token: Token; readonly secret: string }>
  /** The token that this secret belongs to, unless revoked or expired. */
  verify(secret: string, now: number): Promise<Token | undefined>
  /** Those of the ids whose token is neither revoked nor expired. */
  valid(ids: readonly string[], now: number): Promise<ReadonlySet<string>>
  revoke(id: string): Promise<boolean>
}
