// Emptyings and anomalies in the words of the result.
import type { AlertEpisode, Emptying, Evidence } from '@bakwacht/domain'
import type { DeviceAnalysis } from '../report/analysis-schema.ts'
import { rounded } from '../report/rounded.ts'
import { zonedTime } from '../report/zoned-time.ts'

export const emptiedEntries = (
  emptyings: readonly Emptying[],
  timezone: string,
): DeviceAnalysis['emptied'] =>
  emptyings
    .toSorted((a, b) => a.at - b.at)
    .map(({ at, beforePct, afterPct, partial, confidence }) => ({
      at: zonedTime(at, timezone),
      before_pct: beforePct === null ? null : rounded(beforePct, 2),
      after_pct: afterPct === null ? null : rounded(afterPct, 2),
      partial,
      confidence: rounded(confidence, 4),
    }))

export const anomalyEntries = (
  episodes: readonly AlertEpisode[],
  timezone: string,
): DeviceAnalysis['anomalies'] =>
  episodes.map(({ kind, raisedAt, clearedAt, evidence }) => ({
    at: zonedTime(raisedAt, timezone),
    until: clearedAt === null ? null : zonedTime(clearedAt, timezone),
    kind,
    evidence: evidenceTold(evidence, timezone),
  }))

const isTime = (name: string): boolean => name === 'at' || name.endsWith('_at')

const evidenceTold = (evidence: Evidence, timezone: string): Evidence =>
  Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => [
      name,
      isTime(name) && typeof value === 'number' ? zonedTime(value, timezone) : value,
    ]),
  )
