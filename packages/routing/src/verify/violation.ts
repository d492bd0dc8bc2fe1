export type ViolationKind =
  | 'unknown_id'
  | 'served_twice'
  | 'unaccounted'
  | 'vehicle_used_twice'
  | 'vehicle_type'
  | 'fixed'
  | 'reason'
  | 'step'
  | 'travel'
  | 'window'
  | 'shift'
  | 'max_duration'
  | 'max_drive'
  | 'release'
  | 'break'
  | 'load'
  | 'unload'
  | 'trip'
  | 'total'

/** One rule that a solution breaks, in words. */
export interface Violation {
  readonly kind: ViolationKind
  readonly vehicleId: string | null
  readonly jobId: string | null
  readonly message: string
}

export type Complain = (violation: Violation) => void
