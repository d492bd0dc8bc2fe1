// When a container was emptied, from all that is still known of it: the newest few in full, before them
// the hours in which an emptying became known, and what drivers reported.
import { type Emptying, HOUR_MS } from '@bakwacht/domain'
import type { ContainerResult } from '@bakwacht/registry'
import type { EmptiedHour } from './hour-columns.ts'

export interface PastEmptying extends Omit<Emptying, 'knownAt' | 'confidence'> {
  /** `null`: not known any more. */
  readonly confidence: number | null
  readonly kg: number | null
}

/** Told and seen within this time, it is one emptying. */
const SAME_MS = 12 * HOUR_MS

export function emptyingsOf(
  newest: readonly Emptying[],
  hours: readonly EmptiedHour[],
  results: readonly ContainerResult[],
): PastEmptying[] {
  const visits = results.filter(({ outcome }) => outcome === 'emptied' || outcome === 'partly')
  const known = newest.map(({ knownAt, ...rest }) => ({ ...rest, times: [rest.at, knownAt] }))
  const seen = hours
    .filter(({ knownAt }) => !isAmong(knownAt, known))
    .map((hour) => ({ ...ofSignal(hour), times: [hour.knownAt] }))
  const before = [...known, ...seen]
  const told = visits
    .filter(({ at }) => !isAmong(at, before))
    .map((visit) => ({ ...ofDriver(visit), times: [visit.at] }))
  return [...before, ...told]
    .map(({ times, ...emptying }) => ({
      ...emptying,
      kg: visits.find(({ at }) => times.some((time) => isSame(at, time)))?.kg ?? null,
    }))
    .sort((a, b) => a.at - b.at)
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) < SAME_MS

const isAmong = (at: number, known: readonly { readonly times: readonly number[] }[]): boolean =>
  known.some(({ times }) => times.some((time) => isSame(at, time)))

const ofSignal = ({ knownAt, beforePct, afterPct }: EmptiedHour) => ({
  at: knownAt,
  beforePct,
  afterPct,
  partial: false,
  confidence: null,
  by: 'signal' as const,
})

const ofDriver = ({ at, outcome }: ContainerResult) => ({
  at,
  beforePct: null,
  afterPct: null,
  partial: outcome === 'partly',
  confidence: null,
  by: 'driver' as const,
})
