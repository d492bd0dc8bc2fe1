import type { Row } from '../pairs/row.ts'

export interface Pair {
  /** `Infinity`: there is no way. */
  readonly durationS: number
  readonly distanceM: number
}

/** Pairs as they are found, by their start. */
export class NewPairs {
  readonly #bySource = new Map<number, { readonly to: number; readonly pair: Pair }[]>()

  add(source: number, to: number, pair: Pair): void {
    const pairs = this.#bySource.get(source) ?? []
    pairs.push({ to, pair })
    this.#bySource.set(source, pairs)
  }

  rows(): readonly (readonly [source: number, row: Row])[] {
    return [...this.#bySource].map(([source, pairs]) => [
      source,
      {
        to: Uint32Array.from(pairs, ({ to }) => to),
        durations: Float32Array.from(pairs, ({ pair }) => pair.durationS),
        distances: Float32Array.from(pairs, ({ pair }) => pair.distanceM),
      },
    ])
  }
}
