// What a device has to say and has not said yet, in order. After an outage single readings become
// arrays, as real devices send what they stored.
import type { WireReading } from '@bakwacht/firmware-contracts'
import type { Emission } from './emission.ts'
import { inArrays } from './outages.ts'
import type { Tally } from './tally.ts'

/** One message. */
export type Outgoing = Exclude<Emission, { kind: 'restart' | 'death' }>

export class Outbox {
  readonly #batch: number
  readonly #tally: Tally
  #waiting: Outgoing[] = []
  #gathered: WireReading[] = []
  #newest: WireReading | undefined

  /** @param options.batch readings that are gathered for one message */
  constructor(options: { readonly batch: number; readonly tally: Tally }) {
    this.#batch = options.batch
    this.#tally = options.tally
  }

  /** Messages that wait, without what is still being gathered. */
  get size(): number {
    return this.#waiting.length
  }

  add(outgoing: Outgoing): void {
    if (outgoing.kind === 'reading') this.#countRepeat(outgoing.reading)
    if (outgoing.kind === 'reading' && this.#batch > 1 && outgoing.reading.ts !== undefined) {
      this.#gathered.push(outgoing.reading)
      if (this.#gathered.length >= this.#batch) this.closeBatch()
      return
    }
    this.closeBatch()
    this.#push(outgoing)
  }

  /** What was gathered goes out, full or not. */
  closeBatch(): void {
    if (this.#gathered.length === 0) return
    const readings = this.#gathered
    this.#gathered = []
    this.#push({ kind: 'backfill', readings })
  }

  take(): Outgoing | undefined {
    return this.#waiting.shift()
  }

  putBack(outgoing: Outgoing): void {
    this.#waiting.unshift(outgoing)
  }

  /** As long as only readings wait. */
  intoArrays(): void {
    const before = this.#waiting.length
    if (before < 2 || this.#waiting.some(({ kind }) => kind === 'raw')) return
    this.#waiting = inArrays(this.#waiting.flatMap(readingsOf))
    this.#tally.left(before - this.#waiting.length)
  }

  clear(): void {
    this.#waiting = []
    this.#gathered = []
  }

  #push(outgoing: Outgoing): void {
    this.#waiting.push(outgoing)
    this.#tally.queued()
  }

  #countRepeat(reading: WireReading): void {
    const before = this.#newest
    if (before !== undefined && reading.ts === before.ts && reading.seq === before.seq)
      this.#tally.repeated()
    this.#newest = reading
  }
}

export function readingsOf(outgoing: Outgoing): readonly WireReading[] {
  if (outgoing.kind === 'reading') return [outgoing.reading]
  return outgoing.kind === 'backfill' ? outgoing.readings : []
}
