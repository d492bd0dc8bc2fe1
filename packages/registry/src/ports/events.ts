// The log of changes, appended to in the transaction that changes something.

export interface LoggedEvent {
  /** Grows; an SSE id and an MQTT `event_id`. */
  readonly id: number
  readonly at: number
  readonly kind: 'state' | 'alert' | 'plan' | 'run' | 'vehicle_run' | 'device_config'
  /** Container, plan, run, vehicle or device. */
  readonly subject: string
  /**
   * The domain's object as it now is (ContainerState, Alert, Run, DeviceConfig); of a plan without
   * `notCollected` but with `notCollectedCount`; of a vehicle `{run: Run | null}`, null when it has
   * nothing to drive any more. A run that its plan no longer has is logged as `cancelled`.
   */
  readonly payload: Readonly<Record<string, unknown>>
}

export interface Events {
  after(id: number, limit: number): Promise<readonly LoggedEvent[]>
  newestId(): Promise<number>
  /** Durable cursors by name, for publishers. */
  cursor(name: string): Promise<number>
  setCursor(name: string, id: number): Promise<void>
  /** Removes those older than this. */
  forget(before: number): Promise<void>
}
