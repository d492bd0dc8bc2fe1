import type {
  Alert,
  Calendar,
  CollectionRequest,
  Container,
  ContainerState,
  Densities,
  Depot,
  Run,
  Settings,
  Site,
  Vehicle,
} from '@bakwacht/domain'

/** Everything that a plan is made from, as it stood at `now`. Nothing else is looked at. */
export interface Snapshot {
  /** UTC ms. */
  readonly now: number
  /** IANA zone of dates and clock times. */
  readonly timezone: string
  readonly settings: Settings
  readonly calendar: Calendar
  readonly depots: readonly Depot[]
  readonly sites: readonly Site[]
  readonly vehicles: readonly Vehicle[]
  readonly containers: readonly Container[]
  readonly states: readonly ContainerState[]
  /** How heavy textile is, as learnt; without it as the settings say. */
  readonly densities?: Densities
  /** Open ones. */
  readonly requests: readonly CollectionRequest[]
  /** Fire alerts: open ones, and those over but not yet followed by an emptying. Others are ignored. */
  readonly alerts: readonly Alert[]
  /** Approved, started and done runs of any plan, from today on. */
  readonly standing: readonly Run[]
}
