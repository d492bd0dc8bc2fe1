// What becomes of a reading between sensor and backend: every fault of the world's file, as bytes.
import { DAY_MS, MINUTE_MS } from '@bakwacht/domain'
import { encodeJson, type WireReading } from '@bakwacht/firmware-contracts'
import {
  between,
  chance,
  exponential,
  inArrays,
  type Outage,
  type Random,
  radioGaps,
  randomFor,
} from '@bakwacht/simulators/world'
import type { Message } from '../boundary/policy.ts'
import type { Span } from './households.ts'
import type { SensorRules } from './world-file.ts'

/** Takes one measurement; gives what arrives now. */
export type Radio = (reading: WireReading, at: number) => readonly Message[]

const YEAR_MS = 365.25 * DAY_MS
const ON_THE_WAY_MS = 2_000

export function radioOf(deviceId: string, rules: SensorRules, span: Span, seed: number): Radio {
  const random = randomFor(seed, deviceId, 'radio')
  const dead = spells(rules.deaths_per_year, () => rules.replaced_after_days, span, random)
  const stuck = spells(
    rules.stuck_per_year,
    () => between(random, ...rules.stuck_days),
    span,
    random,
  )
  const gaps = rules.gaps ? radioGaps(randomFor(seed, deviceId, 'gaps'), span.from, span.to) : []
  const hasClock = !chance(random, rules.without_clock_share)
  let stuckAt: WireReading['distance_mm']
  let stored: WireReading[] = []
  let held: { readonly message: Message; left: number }[] = []

  return (measured, at) => {
    if (within(dead, at)) return []
    const reading = said(measured, at)
    if (within(gaps, at)) {
      if (hasClock) stored.push(reading)
      return []
    }
    const before = stored
    stored = []
    return [
      ...inArrays(before).map((emission) =>
        message(emission.kind === 'backfill' ? emission.readings : emission.reading, at),
      ),
      ...sent(reading, at),
    ]
  }

  function said(measured: WireReading, at: number): WireReading {
    const { ts, ...untimed } = measured
    const reading = hasClock && ts !== undefined ? { ...untimed, ts } : untimed
    if (!within(stuck, at)) {
      stuckAt = undefined
      return reading
    }
    stuckAt ??= reading.distance_mm ?? null
    return { ...reading, distance_mm: stuckAt }
  }

  function sent(reading: WireReading, at: number): Message[] {
    const due = overdue(at)
    if (chance(random, rules.lost_share)) return due
    const whole = message(reading, at)
    if (chance(random, rules.late_share)) {
      held.push({ message: whole, left: 1 + Math.floor(3 * random()) })
      return due
    }
    if (chance(random, rules.duplicate_share)) due.push(whole)
    if (chance(random, rules.garbage_share))
      due.push({ ...whole, payload: whole.payload.slice(0, -4) })
    return [...due, whole]
  }

  function overdue(at: number): Message[] {
    for (const each of held) each.left--
    const due = held.filter(({ left }) => left < 0)
    if (due.length > 0) held = held.filter(({ left }) => left >= 0)
    return due.map((each) => ({ ...each.message, receivedAt: at + ON_THE_WAY_MS }))
  }

  function message(said: WireReading | readonly WireReading[], at: number): Message {
    return { deviceId, receivedAt: at + ON_THE_WAY_MS, payload: encodeJson(said) }
  }
}

/** Times at which something begins at this rate, each lasting so many days. */
function spells(perYear: number, days: () => number, span: Span, random: Random): Outage[] {
  const found: Outage[] = []
  if (perYear <= 0) return found
  for (let at = span.from; ; ) {
    at += exponential(random, YEAR_MS / perYear)
    if (at >= span.to) return found
    const to = at + Math.max(days() * DAY_MS, MINUTE_MS)
    found.push({ from: at, to })
    at = to
  }
}

const within = (spans: readonly Outage[], at: number): boolean =>
  spans.some(({ from, to }) => from <= at && at < to)
