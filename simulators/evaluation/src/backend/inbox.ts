// Bytes in, readings of a container out: decoded and told apart as the product's door does it.
import { decodeOnly } from '@bakwacht/acceptance'
import { HOUR_MS, hasFlag, LATE_AFTER_MS, type Reading } from '@bakwacht/domain'
import type { Message } from '../boundary/policy.ts'

/** A reading without a time that comes again within this is a repeat. */
const REPEATED_WITHIN_MS = 24 * HOUR_MS

/** One device's. */
export class Inbox {
  readonly #deviceId: string
  readonly #known = new Set<number>()
  readonly #untimed = new Map<number, number>()
  #newestAt = 0

  constructor({ deviceId }: { readonly deviceId: string }) {
    this.#deviceId = deviceId
  }

  /** @returns the readings that are new, whatever their order */
  take({ payload, receivedAt }: Message): readonly Reading[] {
    const decoded = decodeOnly(payload, this.#deviceId, receivedAt)
    if (decoded.kind === 'rejected') return []
    return decoded.items.flatMap((item) => {
      if (item.kind === 'rejected') return []
      const { reading, contentHash, stampedByServer } = item
      if (stampedByServer && this.#repeats(contentHash, receivedAt)) return []
      return this.#isNew(reading) ? [reading] : []
    })
  }

  #isNew({ observedAt, flags }: Reading): boolean {
    if (hasFlag(flags, 'late') || observedAt < this.#newestAt - LATE_AFTER_MS) return false
    if (this.#known.has(observedAt)) return false
    this.#known.add(observedAt)
    this.#newestAt = Math.max(this.#newestAt, observedAt)
    return true
  }

  #repeats(hash: number, at: number): boolean {
    const before = this.#untimed.get(hash)
    this.#untimed.set(hash, at)
    return before !== undefined && at - before < REPEATED_WITHIN_MS
  }

  /** Forgets what is too old to come again. */
  trim(): void {
    const from = this.#newestAt - LATE_AFTER_MS
    for (const at of this.#known) if (at < from) this.#known.delete(at)
    for (const [hash, at] of this.#untimed) if (at < from) this.#untimed.delete(hash)
  }
}
