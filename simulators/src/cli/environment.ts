// What a command gets from the process it runs in.
import type { Progress } from '@bakwacht/command-line'

export interface Environment {
  /** UTC ms; simulated time never passes it. */
  readonly wallNow: () => number
  /** Milliseconds by `wallNow` in one of real time. */
  readonly wallSpeed: number
  /** Aborted by Ctrl-C: end in good order. */
  readonly signal: AbortSignal
  readonly progress: Progress
  /** One line for whoever waits for it. */
  readonly say: (line: string) => void
  /** One line to the error stream. */
  readonly warn: (line: string) => void
}
