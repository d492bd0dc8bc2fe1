import type { Role } from '@bakwacht/registry'

/** Who is asking. */
export interface Principal {
  /** The token's id, `admin` or `open`. */
  readonly id: string
  readonly name: string
  readonly role: Role
  /** A driver of this run alone; `null`: not bound. */
  readonly runId: string | null
  /** UTC ms; `null`: for ever. */
  readonly expiresAt: number | null
  /** A browser adds this authority by itself (cookie, open instance), so the origin must be checked. */
  readonly ambient: boolean
}
