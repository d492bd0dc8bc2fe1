// Surfaces by how readily mould grows on them (Ojanen et al. 2010). No class is calibrated for
// textile, so the index is a relative risk.
import type { DampSettings } from '../settings.ts'

export interface MouldClass {
  /** Growth factor below and from index 1. */
  readonly k1: readonly [below1: number, from1: number]
  /** Of the highest index that a climate can lead to. */
  readonly a: number
  readonly b: number
  readonly c: number
  /** No growth below this relative humidity, whatever the temperature. */
  readonly rhMinPct: number
}

export const mouldClasses: Readonly<Record<DampSettings['mouldClass'], MouldClass>> = {
  very_sensitive: { k1: [1, 2], a: 1, b: 7, c: 2, rhMinPct: 80 },
  sensitive: { k1: [0.578, 0.386], a: 0.3, b: 6, c: 1, rhMinPct: 80 },
  medium_resistant: { k1: [0.072, 0.097], a: 0, b: 5, c: 1.5, rhMinPct: 85 },
  resistant: { k1: [0.033, 0.014], a: 0, b: 3, c: 1, rhMinPct: 85 },
}
