// Devices, their secrets, and where they sat when.
import type { Assignment, Device, DeviceConfig, DeviceStatus } from '@bakwacht/domain'
import type { Register } from './register.ts'

export interface Devices extends Register<Device> {
  /**
   * Adds a device, makes its secret and seats it where it is said to sit: all of it or nothing. One that was
   * retired is in use again, with a new secret.
   * @returns the secret, this once; `undefined`: there is a device of that id in use
   * @throws UnknownId, AssignmentConflict
   */
  register(
    device: Device,
    seat: { readonly containerId: string; readonly from: number } | null,
  ): Promise<string | undefined>
  /** Makes (or renews) the device's secret; it is stored hashed and returned this once. @throws UnknownId */
  issueSecret(deviceId: string): Promise<string>
  /** True if the device is registered, active and the secret is its own. Constant time. */
  verify(deviceId: string, secret: string): Promise<boolean>
  /**
   * Of these devices the active ones that have a secret, each with the hash that it is kept by
   * (`secretHash`): a connection that came in with another one has lost its right to be there.
   */
  secretHashes(deviceIds: readonly string[]): Promise<ReadonlyMap<string, string>>
  /**
   * Ends the device's current assignment and the container's current device at `from`, and begins this one.
   * The assignment that is there already is given back as it is.
   * @throws UnknownId, or AssignmentConflict when device or container has one that begins after `from`
   */
  assign(assignment: {
    readonly deviceId: string
    readonly containerId: string
    readonly from: number
  }): Promise<Assignment>
  unassign(deviceId: string, at: number): Promise<void>
  /**
   * Takes the device out of use and out of its container, for the time to come as well: all of it or nothing.
   * @returns false: there is no such device
   */
  retire(deviceId: string, at: number): Promise<boolean>
  /** Assignments overlapping `[from, to)`, by time; filters are optional. */
  assignments(filter?: {
    readonly deviceId?: string
    readonly containerId?: string
    readonly from?: number
    readonly to?: number
  }): Promise<readonly Assignment[]>
  /** Ignored for an unknown device, and when a newer status is known. */
  setStatus(deviceId: string, status: DeviceStatus): Promise<void>
  /** @returns the configuration with its `rev`, greater if anything changed. @throws UnknownId */
  setConfig(deviceId: string, config: Omit<DeviceConfig, 'rev'>): Promise<DeviceConfig>
}
