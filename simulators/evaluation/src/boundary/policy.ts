// The one boundary between the world and those who collect: messages and drivers' results go in, runs
// come out. Nothing in `policies/` or `backend/` imports from `truth/`; a test holds that.
import type { Run } from '@bakwacht/domain'

/** What the radio brought: bytes, as firmware sent them. */
export interface Message {
  readonly deviceId: string
  /** UTC ms. */
  readonly receivedAt: number
  readonly payload: Uint8Array
}

/** What a driver reports of one stop. */
export interface DriverResult {
  readonly stopId: string
  readonly containerId: string
  /** UTC ms. */
  readonly at: number
  readonly outcome: 'emptied'
  /** Weighed, water and all. */
  readonly kg: number
}

export interface Policy {
  /** True: it wants to hear the sensors. */
  readonly listens: boolean
  /** All that came since the last time, in the order of receipt. */
  hear(messages: readonly Message[]): void
  told(results: readonly DriverResult[]): void
  /** The morning of a working day: who is driven where. */
  plan(date: string, now: number): readonly Run[]
}
