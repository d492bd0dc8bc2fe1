// What a search's thread is told, and what it answers: one answer to each order, in their order.
import type { Branching, Cut, Found, Problem, Solution, SolveOptions } from '@bakwacht/routing'
import type { Given } from './fair-time.ts'

/** With what it begins. */
export interface Start {
  readonly problem: Problem
  readonly seed: number
  readonly niceness: number
  /** One Int32: anything but 0 asks the search to end with what it has. */
  readonly cancel: SharedArrayBuffer
}

export type Order =
  /** The whole search, alone. */
  | {
      readonly kind: 'solve'
      readonly limit: Pick<SolveOptions, 'seconds' | 'iterations'>
      readonly patience: number
    }
  /** First tours. `beganAt`: when the whole search was asked for, milliseconds since 1970. */
  | { readonly kind: 'build'; readonly beganAt: number }
  | {
      readonly kind: 'search'
      readonly from: Found['orders']
      readonly meanArc: number
      /** `null`: all of the tours. */
      readonly cut: Cut | null
      /** Milliseconds since 1970, which all threads agree on: of the search's begin, its end, and this stretch's. */
      readonly beganAt: number
      readonly endsAt: number
      readonly until: number
    }
  | {
      readonly kind: 'finish'
      readonly best: Found
      readonly run: Pick<Solution, 'iterations' | 'seconds' | 'seed'>
    }

export type Answer =
  | { readonly kind: 'progress'; readonly share: number; readonly bestCost: number }
  | { readonly kind: 'solution'; readonly solution: Solution }
  | {
      readonly kind: 'built'
      readonly found: Found
      readonly meanArc: number
      readonly branching: Branching
      readonly given: Given
    }
  | {
      readonly kind: 'searched'
      readonly given: Given
      readonly current: Found
      readonly best: Found
      readonly iterations: number
    }
