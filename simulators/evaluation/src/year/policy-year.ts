// One seed's year under one policy, as the report keeps it. Snake case: this is what the JSON holds.
import type { CostParts } from './tally.ts'

export interface PolicyYear {
  readonly policy: string
  readonly seed: number
  readonly days: number
  readonly km: number
  readonly hours: number
  readonly runs: number
  readonly trips: number
  readonly stops: number
  /** As weighed. */
  readonly kg: number
  readonly km_per_tonne: number
  readonly fill_at_emptying: {
    readonly mean_pct: number
    /** Shares of stops, by classes of ten points. */
    readonly histogram: readonly number[]
  }
  readonly overflows: number
  readonly overflow_hours: number
  readonly turned_away_kg: number
  readonly damp_lost_kg: number
  readonly cost_eur: CostParts & { readonly total: number }
  /** Dry kilograms since the first day of the warm-up: what was there and what was brought is what left and what is left. */
  readonly balance_kg: {
    readonly at_first: number
    readonly brought: number
    readonly collected: number
    readonly turned_away: number
    readonly inside: number
  }
  readonly months: readonly {
    readonly month: string
    readonly km: number
    readonly kg: number
    readonly cost_eur: number
    readonly overflow_hours: number
  }[]
  /** What the computer needed: time of one core, and heap at the end. */
  readonly cpu_seconds: number
  readonly heap_mb: number
}
