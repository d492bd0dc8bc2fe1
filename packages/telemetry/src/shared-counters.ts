// What threads that commit count together, and every thread may read.
const NAMES = [
  'stored',
  'duplicates',
  'conflicts',
  'rejected',
  'commits',
  'lastArrival',
  /** UTC ms: a reading received then is committed; 0 when the last commit failed. */
  'committedAt',
] as const
export type CounterName = (typeof NAMES)[number]

export class SharedCounters {
  readonly buffer: SharedArrayBuffer
  readonly #totals: BigInt64Array

  constructor(buffer = new SharedArrayBuffer(NAMES.length * 8)) {
    this.buffer = buffer
    this.#totals = new BigInt64Array(buffer)
  }

  get(name: CounterName): number {
    return Number(Atomics.load(this.#totals, NAMES.indexOf(name)))
  }

  get totals() {
    return {
      stored: this.get('stored'),
      duplicates: this.get('duplicates'),
      conflicts: this.get('conflicts'),
      rejected: this.get('rejected'),
      commits: this.get('commits'),
    }
  }

  add(name: CounterName, count: number): void {
    Atomics.add(this.#totals, NAMES.indexOf(name), BigInt(count))
  }

  set(name: CounterName, value: number): void {
    Atomics.store(this.#totals, NAMES.indexOf(name), BigInt(value))
  }
}
