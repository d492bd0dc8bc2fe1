// From drivers' results to loads whose weight is known: one stop that was weighed by itself, or all that a
// trip brought in and only the scale at unloading knows.
import type { StopOutcome } from '../collection/plan.ts'
import { USUAL_FILL } from './density.ts'

/** What was reported of one stop of a trip; the unload among them. */
export interface ReportedStop {
  /** `null`: an unload. */
  readonly containerId: string | null
  readonly capacityL: number
  readonly outcome: StopOutcome
  readonly kg: number | null
  readonly wetKg: number | null
  /** What was expected in it when it was planned, litres. */
  readonly expectedL: number
}

/** Dry kilograms that came out of one or more containers together. */
export interface WeighedLoad {
  readonly kg: number
  readonly parts: readonly LoadPart[]
}

export interface LoadPart {
  readonly containerId: string
  /** Litres that are thought to have come out; `sdL`: how sure that is. */
  readonly l: number
  readonly sdL: number
  /** Share of the capacity, less `USUAL_FILL`. */
  readonly fuller: number
}

/** Of a container emptied in part anything may have come out: about half. */
const PARTLY = { share: 0.5, sd: 0.3 }
/** Textile that counts as wet holds about this much water beside its own weight (assumption). */
const WATER_PER_KG = 0.6
/** Beyond these a typing error is certain: kg a litre. */
const CREDIBLE_KG_PER_L = [0.01, 1] as const
/** Less than a bag says nothing of a container. */
const LEAST_L = 20
/** A driver's words are put right by the scale when they add up to something like it. */
const LIKE_THE_SCALE = [0.5, 2] as const

/** @param stops one trip, with the unload that ended it if that is reported */
export function weighedLoadsOf(stops: readonly ReportedStop[]): readonly WeighedLoad[] {
  const visits = stops.filter(
    ({ containerId, outcome, expectedL }) =>
      containerId !== null && expectedL > 0 && (outcome === 'emptied' || outcome === 'partly'),
  )
  const alone = visits.filter(({ kg }) => kg !== null && kg > 0)
  const together = visits.filter(({ kg }) => kg === null)
  const scale = sumOf(stops.filter(({ outcome, kg }) => outcome === 'unloaded' && kg !== null))
  const told = sumOf(alone)

  if (scale.kg === 0) return alone.flatMap((stop) => loadOf([stop], stop))
  if (together.length === 0) {
    const right = within(scale.kg / told.kg, LIKE_THE_SCALE) ? scale.kg / told.kg : 1
    return alone.flatMap((stop) => loadOf([stop], times(right, stop)))
  }
  const wetKg = Math.max(scale.wetKg, sumOf(visits).wetKg) - told.wetKg
  const rest = { kg: scale.kg - told.kg, wetKg }
  return [...alone.flatMap((stop) => loadOf([stop], stop)), ...loadOf(together, rest)]
}

interface Scale {
  readonly kg: number | null
  readonly wetKg: number | null
}

function loadOf(stops: readonly ReportedStop[], { kg, wetKg }: Scale): WeighedLoad[] {
  const parts = stops.flatMap(partOf)
  const wet = Math.min(Math.max(wetKg ?? 0, 0), kg ?? 0)
  const dry = (kg ?? 0) - wet + wet / (1 + WATER_PER_KG)
  const l = parts.reduce((sum, part) => sum + part.l, 0)
  return l >= LEAST_L && within(dry / l, CREDIBLE_KG_PER_L) ? [{ kg: dry, parts }] : []
}

function partOf({ containerId, outcome, expectedL, capacityL }: ReportedStop): LoadPart[] {
  if (containerId === null) return []
  const fuller = Math.min(expectedL / capacityL, 1) - USUAL_FILL
  if (outcome === 'emptied') return [{ containerId, l: expectedL, sdL: 0, fuller }]
  return [{ containerId, l: PARTLY.share * expectedL, sdL: PARTLY.sd * expectedL, fuller }]
}

const sumOf = (stops: readonly Scale[]) => ({
  kg: stops.reduce((sum, { kg }) => sum + (kg ?? 0), 0),
  wetKg: stops.reduce((sum, { wetKg }) => sum + (wetKg ?? 0), 0),
})

const times = (factor: number, { kg, wetKg }: Scale): Scale => ({
  kg: (kg ?? 0) * factor,
  wetKg: (wetKg ?? 0) * factor,
})

/** False of NaN and infinity too. */
const within = (value: number, [least, most]: readonly [number, number]): boolean =>
  value >= least && value <= most
