// What anybody may know before the year begins: the register as a planner would enter it. It says
// nothing of leaks, of how much is given, or of how a sensor errs.
import type { Calendar, Container, Depot, Settings, Site, Vehicle } from '@bakwacht/domain'

export interface Register {
  readonly timezone: string
  readonly settings: Settings
  readonly calendar: Calendar
  readonly depot: Depot
  readonly sites: readonly Site[]
  readonly vehicles: readonly Vehicle[]
  readonly containers: readonly Container[]
  /** Device id by container id; a container without one has no sensor. */
  readonly devices: ReadonlyMap<string, string>
}
