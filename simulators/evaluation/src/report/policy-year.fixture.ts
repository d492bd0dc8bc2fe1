import type { PolicyYear } from '../year/policy-year.ts'
import { COST_PARTS, type CostParts } from '../year/tally.ts'

export function anyYear({
  total,
  ...over
}: Partial<PolicyYear> & { readonly total: number }): PolicyYear {
  const parts = Object.fromEntries(
    COST_PARTS.map((part) => [part, part === 'km' ? total : 0]),
  ) as unknown as CostParts
  return {
    ...{ policy: 'bakwacht', seed: 1, days: 365, km: 1_000, hours: 100, runs: 50, trips: 80 },
    ...{ stops: 500, kg: 40_000, km_per_tonne: 25, overflows: 1, overflow_hours: 10 },
    ...{ turned_away_kg: 5, damp_lost_kg: 10, cpu_seconds: 0, heap_mb: 0 },
    fill_at_emptying: { mean_pct: 60, histogram: [0, 0, 0, 0, 0.1, 0.2, 0.4, 0.2, 0.1, 0] },
    cost_eur: { ...parts, total },
    balance_kg: { at_first: 10, brought: 100, collected: 90, turned_away: 5, inside: 15 },
    months: [{ month: '2026-01', km: 1_000, kg: 40_000, cost_eur: total, overflow_hours: 10 }],
    ...over,
  }
}
