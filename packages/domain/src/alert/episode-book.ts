// Keeps track of episodes while events are folded: each kind is open at most once at a time.
import type { AlertEpisode, AlertKind, Evidence } from './alert.ts'

export interface OpenEpisode {
  readonly raisedAt: number
  readonly evidence: Evidence
}
export type OpenEpisodes = Readonly<Partial<Record<AlertKind, OpenEpisode>>>

export class EpisodeBook {
  #open: OpenEpisodes
  readonly #closed: AlertEpisode[] = []

  constructor(open: OpenEpisodes) {
    this.#open = open
  }

  /** What is open now; safe to keep. */
  get open(): OpenEpisodes {
    return this.#open
  }

  /** Closed and open ones, as far as this book has seen them. */
  get episodes(): AlertEpisode[] {
    const open = Object.entries(this.#open) as [AlertKind, OpenEpisode][]
    return [
      ...this.#closed,
      ...open.map(([kind, episode]) => ({ kind, ...episode, clearedAt: null })),
    ]
  }

  isOpen(kind: AlertKind): boolean {
    return this.#open[kind] !== undefined
  }

  /** Without effect while the kind is open: the first evidence stands. */
  raise(kind: AlertKind, raisedAt: number, evidence: Evidence): void {
    if (!this.isOpen(kind)) this.#open = { ...this.#open, [kind]: { raisedAt, evidence } }
  }

  clear(kind: AlertKind, clearedAt: number): void {
    const episode = this.#open[kind]
    if (episode === undefined) return
    this.#closed.push({ kind, ...episode, clearedAt })
    const { [kind]: _, ...others } = this.#open
    this.#open = others
  }
}
