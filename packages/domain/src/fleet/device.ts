// A sensor, and where it sat when. A reading belongs to the device, and to the container that
// the device was assigned to at the time of observation.

export interface Device {
  readonly id: string
  readonly createdAt: number
  /** What the device is told to do; its `rev` grows with every change. */
  readonly config: DeviceConfig
  /** What the device last said of itself on its status topic; `null`: never. */
  readonly status: DeviceStatus | null
  readonly active: boolean
}

export interface DeviceConfig {
  readonly rev: number
  readonly reportS: number
  readonly measureS: number
}

export interface DeviceStatus {
  readonly online: boolean
  readonly firmware: string | null
  readonly configRev: number | null
  readonly at: number
}

/** `[from, to)` in UTC ms; `to` is `null` while it lasts. One device never has two at a time. */
export interface Assignment {
  readonly deviceId: string
  readonly containerId: string
  readonly from: number
  readonly to: number | null
  /** When it was registered, perhaps long after the device had come: nobody listened for it before. */
  readonly registeredAt: number
}

export const deviceConfigDefaults = {
  rev: 1,
  reportS: 3600,
  measureS: 3600,
} as const satisfies DeviceConfig
