// What a language has to say about what is known of a container.
import type { ReadingDoubt } from '../reading-doubt.ts'
import type { StatementCode } from '../statement.ts'

/** Causes for which a code has a sentence of its own. */
type StatementCause =
  | 'overflow.hardly'
  | 'emptied.partly'
  | 'would.must'
  | 'would.may'
  | 'would.not'

export interface Explained {
  readonly statements: Readonly<Record<StatementCode | StatementCause, string>>
  /** Of a reading that does not count. */
  readonly doubts: Readonly<Record<ReadingDoubt, string>>
  /** For values of evidence that are words. */
  readonly words: Readonly<Record<string, string>>
}
