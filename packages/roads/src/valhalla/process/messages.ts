// What the backend and the process that holds Valhalla say to each other.
import type { ValhallaAction } from '../valhalla.ts'

export interface Question {
  readonly action: ValhallaAction
  /** JSON. */
  readonly request: string
}

export interface Answer {
  /** JSON; or `refused`. */
  readonly answer?: string
  readonly refused?: string
  /** Resident memory of the process, bytes. */
  readonly rss: number
}

/** First argument of the process, as JSON. */
export interface Setup {
  /** Folder of the package. */
  readonly library: string
  /** Folder of the tiles. */
  readonly tiles: string
}
