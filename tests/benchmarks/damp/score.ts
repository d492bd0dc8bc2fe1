// Alerts against the truth: bin-days on which a dry bin must be driven for, and leaks known in time.
import { type AlertEpisode, DAY_MS, HOUR_MS } from '@bakwacht/domain'
import type { LivedBin } from './fleet-year.ts'

export interface Score {
  readonly dryBinDays: number
  /** With a damp or water_ingress alert open at some time of the day. */
  readonly falseBinDays: number
  readonly leaks: readonly ScoredLeak[]
}

interface ScoredLeak {
  readonly leakM2: number
  /** 0–11. */
  readonly month: number
  /** Textile in the bin then. */
  readonly kg: number
  readonly known: boolean
  /** Until it was known; `null`: never while it lasted. */
  readonly hours: number | null
}

const MUST = new Set(['damp', 'water_ingress'])
const KNOWN_WITHIN_MS = DAY_MS
/** After the last free water has gone a bin counts as dry from the second day on. */
const DRIES_DAYS = 1

export function score(bin: LivedBin, episodes: readonly AlertEpisode[]): Score {
  const musts = episodes.filter(({ kind }) => MUST.has(kind))
  const openIn = (from: number, to: number) =>
    musts.filter(
      ({ raisedAt, clearedAt }) => raisedAt < to && (clearedAt ?? Number.POSITIVE_INFINITY) > from,
    )
  const days = dryDays(bin)
  return {
    dryBinDays: days.length,
    falseBinDays: days.filter((day) => openIn(day, day + DAY_MS).length > 0).length,
    leaks: bin.leaks.map(({ at, mendedAt }): ScoredLeak => {
      const raised = openIn(at, mendedAt).map(({ raisedAt }) => Math.max(raisedAt - at, 0))
      const first = raised.length === 0 ? null : Math.min(...raised)
      return {
        ...{ leakM2: bin.leakM2, month: new Date(at).getUTCMonth() },
        kg: bin.readings.find((reading) => reading.at >= at)?.kg ?? 0,
        known: first !== null && first <= KNOWN_WITHIN_MS,
        hours: first === null ? null : first / HOUR_MS,
      }
    }),
  }
}

/** UTC days without free water in the bin, on the day before neither. */
function dryDays({ readings }: LivedBin): number[] {
  const wet = new Set<number>()
  const all = new Set<number>()
  for (const { at, waterKg } of readings) {
    const day = Math.floor(at / DAY_MS)
    all.add(day)
    if (waterKg > 0.01) for (let on = day; on <= day + DRIES_DAYS; on++) wet.add(on)
  }
  return [...all].filter((day) => !wet.has(day)).map((day) => day * DAY_MS)
}
