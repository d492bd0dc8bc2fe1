// An alert is an episode in observed time: raised once, cleared once, naming its evidence.
// Its identity is (containerId, kind, raisedAt); late readings may move or refute it.

/** What a device’s own readings say is wrong with it. */
export const DEVICE_FAULTS = [
  'stuck',
  'noisy',
  'drifting',
  'impossible',
  'sensor_off',
  'moved',
  'battery_ends',
] as const

export const ALERT_KINDS = [
  'full',
  'fills_before_next_visit',
  'damp_watch',
  'damp',
  'water_ingress',
  'found_wet',
  'fire',
  'silent',
  'battery_low',
  'no_echo',
  ...DEVICE_FAULTS,
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** `alarm` also goes to the webhook, and needs a person. */
export type Severity = 'notice' | 'warning' | 'alarm'

export const severityOf = (kind: AlertKind): Severity => {
  if (kind === 'fire') return 'alarm'
  return WARNINGS.has(kind) ? 'warning' : 'notice'
}

const WARNINGS: ReadonlySet<AlertKind> = new Set([
  ...(['damp', 'water_ingress', 'found_wet', 'full', 'moved'] as const),
])

/** Numbers and times behind a decision, keyed by name with its unit, e.g. `{fill_pct: 87, at: …}`. */
export type Evidence = Readonly<Record<string, number | string | null>>

/** What the rules derive: no id, no history of who was told. */
export interface AlertEpisode {
  readonly kind: AlertKind
  readonly raisedAt: number
  /** `null` while it lasts. */
  readonly clearedAt: number | null
  readonly evidence: Evidence
}

export interface Alert extends AlertEpisode {
  readonly id: string
  readonly containerId: string
  readonly severity: Severity
  /** `retracted`: readings that came late showed that it never was. */
  readonly status: 'open' | 'cleared' | 'retracted'
  /** False: it was over before its readings arrived, so nobody was told. */
  readonly notified: boolean
  readonly ackedAt: number | null
  readonly ackedBy: string | null
}
