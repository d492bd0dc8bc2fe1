// Facts as sentences for a reader, each with its evidence and the readings behind it.
import {
  type Alert,
  alertText,
  doubtOf,
  doubtText,
  explainState,
  type Reading,
  type Statement,
  statementText,
} from '@bakwacht/domain'
import { wireTime } from '@bakwacht/wire'
import type { z } from 'zod'
import type { explainedReadingSchema, explanationSchema } from '../schemas/explanation.ts'
import { readingToWire } from '../schemas/reading.ts'
import type { Reader } from '../server/language.ts'
import type { Facts } from './facts.ts'

type Explanation = z.output<typeof explanationSchema>
type ExplainedReading = z.output<typeof explainedReadingSchema>

export function explain(facts: Facts, reader: Reader): Explanation[] {
  const { state, readings, alerts } = facts
  const levelAt = state?.fill.at ?? null
  const levelReading = readings.find(({ observedAt }) => observedAt === levelAt)
  const statements = [...explainState({ ...facts, levelReading }), ...decided(facts)]
  return [
    ...alerts.map((alert) => ofAlert(alert, readings, reader)),
    ...statements.map((statement) => ({
      code: statement.code,
      text: statementText(statement, reader.language, reader),
      evidence: { ...statement.reason?.evidence, ...statement.evidence },
      readings: behind(statement.code, readings),
    })),
  ]
}

const ofAlert = (alert: Alert, readings: readonly Reading[], reader: Reader): Explanation => ({
  code: alert.kind,
  text: alertText(alert, reader.language, reader),
  evidence: { ...alert.evidence },
  readings: behind(
    alert.kind,
    readings.filter(({ observedAt }) => alert.kind === 'silent' || observedAt >= alert.raisedAt),
  ),
})

/** What the next plan says of it; without one, what it would say now. */
function decided({ container, planned, decision }: Facts): Statement[] {
  if (!container.active) return []
  if (planned?.kind === 'visit') {
    const { run, stop, date } = planned
    const evidence = { date, status: run.status, run_id: run.id, arrival_at: stop.arrival }
    return [{ code: 'visit', evidence, reason: stop.reason }]
  }
  if (planned?.kind === 'left_out')
    return [{ code: 'left_out', evidence: { date: planned.date }, reason: planned.reason }]
  if (decision === undefined) return []
  const { kind, date, reason } = decision
  return [{ code: 'would', evidence: { date, cause: kind }, reason }]
}

const BY_CLIMATE: ReadonlySet<string> = new Set([
  ...['damp', 'damp_watch', 'water_ingress', 'at_stake', 'fire', 'sensor_off'],
])
const BY_ECHO: ReadonlySet<string> = new Set([
  ...['level', 'estimate', 'full', 'fills_before_next_visit'],
  ...['no_echo', 'silent', 'stuck', 'noisy', 'drifting', 'impossible', 'moved'],
])

/** Their times: the readings themselves stand in the answer once. */
function behind(code: string, readings: readonly Reading[]): string[] {
  const own = readings.filter(({ tempC, rhPct }) =>
    BY_CLIMATE.has(code) ? tempC !== null || rhPct !== null : BY_ECHO.has(code),
  )
  return own.map(({ observedAt }) => wireTime(observedAt))
}

/** The last readings, and why one of them says nothing of the level. */
export const explainReadings = ({ readings, state }: Facts, reader: Reader): ExplainedReading[] =>
  readings.map((reading) => {
    const level = state?.fill.source === 'sensor' ? state.fill.at : null
    const doubt = doubtOf(reading, level)
    return {
      ...readingToWire(reading),
      counts: doubt === null,
      doubt: doubt === null ? null : { code: doubt, text: doubtText(doubt, reader.language) },
    }
  })
