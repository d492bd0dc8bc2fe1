// Brings what devices say of themselves into the registry, off the path of acknowledgements:
// the newest of each device, one write after the other, again until it succeeds.
import type { DeviceStatus } from '@bakwacht/domain'
import type { Devices } from '@bakwacht/registry'

const RETRY_MS = 1000

interface StatusWriterDependencies {
  readonly devices: Pick<Devices, 'find' | 'setStatus'>
  readonly log: { warn(details: object, message: string): void }
}

export class StatusWriter {
  readonly #devices: StatusWriterDependencies['devices']
  readonly #log: StatusWriterDependencies['log']
  readonly #newest = new Map<string, DeviceStatus>()
  #writing: Promise<void> | undefined
  #stopped = false

  constructor({ devices, log }: StatusWriterDependencies) {
    this.#devices = devices
    this.#log = log
  }

  readonly put = (deviceId: string, status: DeviceStatus): void => {
    this.#newest.set(deviceId, status)
    this.#writing ??= this.#write()
  }

  /** Resolves when everything put so far is written, or cannot be. */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#writing
  }

  async #write(): Promise<void> {
    while (this.#newest.size > 0) {
      for (const [deviceId, status] of this.#newest) {
        const written = await this.#tryWrite(deviceId, status)
        if (written && this.#newest.get(deviceId) === status) this.#newest.delete(deviceId)
        if (written) continue
        if (this.#stopped) return
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
      }
    }
    // At once, not when the promise has settled: what is put in between would be written by nobody.
    this.#writing = undefined
  }

  async #tryWrite(deviceId: string, status: DeviceStatus): Promise<boolean> {
    try {
      await this.#writeOne(deviceId, status)
      return true
    } catch (err) {
      this.#log.warn({ err }, 'a device’s status could not be stored')
      return false
    }
  }

  /** A last will only says "offline": what the device said before of its firmware stays. */
  async #writeOne(deviceId: string, status: DeviceStatus): Promise<void> {
    const device = await this.#devices.find(deviceId)
    if (device === undefined) return
    await this.#devices.setStatus(deviceId, {
      ...status,
      firmware: status.firmware ?? device.status?.firmware ?? null,
      configRev: status.configRev ?? device.status?.configRev ?? null,
    })
  }
}
