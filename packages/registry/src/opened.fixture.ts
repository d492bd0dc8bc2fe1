// What every case of the suite begins with; registry.test.ts says on which database.
import type { Registry } from './registry.ts'

/** An empty registry; `another` opens the same database once more, as another process would. */
export interface Opened extends AsyncDisposable {
  readonly registry: Registry
  readonly another: () => Promise<Registry>
  /** Where a writing thread opens the same database (writing-thread.ts). */
  readonly source: { readonly sqliteFile: string } | { readonly url: string }
  /** The registry's clock; tests set it. */
  readonly clock: { now: number }
}

export type Open = () => Promise<Opened>
