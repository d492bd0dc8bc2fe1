import type { Problem, Solution } from '@bakwacht/routing'

/** What a search's thread is told. */
export interface SearchTask {
  readonly problem: Problem
  readonly seed: number
  readonly limit: { readonly seconds?: number; readonly iterations?: number }
  /** One Int32: anything but 0 asks the search to end with what it has. */
  readonly cancel: SharedArrayBuffer
}

/** What it tells. */
export type SearchMessage =
  | { readonly kind: 'progress'; readonly share: number; readonly bestCost: number }
  | { readonly kind: 'solution'; readonly solution: Solution }
