import type { Db } from './schema.ts'
import type { Write } from './writing.ts'

/** What every store is made from. */
export interface StoreDependencies {
  readonly db: Db
  readonly write: Write
  /** UTC ms. */
  readonly clock: () => number
}
