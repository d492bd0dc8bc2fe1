// Textile left a container: all of it, or a part.

export interface Emptying {
  /** UTC ms: by the driver's word, else the first reading after it. */
  readonly at: number
  /** When this became known, in observed time. */
  readonly knownAt: number
  /** Percent of capacity; `null`: nothing was measured. */
  readonly beforePct: number | null
  readonly afterPct: number | null
  readonly partial: boolean
  /** That it happened, 0–1. */
  readonly confidence: number
  readonly by: 'driver' | 'signal' | 'both'
}
