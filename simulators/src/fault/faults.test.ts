import { parseTelemetry, type WireReading } from '@bakwacht/firmware-contracts'
import { expect, test } from 'vitest'
import type { Emission } from '../device/emission.ts'
import { randomFor } from '../world/random.ts'
import { DAY_MS, HOUR_MS } from '../world/time.ts'
import { faultsOfDevice } from './faults-of-device.ts'
import { type FaultName, faultKinds, faultNames } from './list.ts'

const startAt = Date.UTC(2026, 10, 1)
const HOURS = 60 * 24
const endAt = startAt + HOURS * HOUR_MS

interface Noted {
  readonly at: number
  readonly [detail: string]: number | string
}

const steady = { rh_pct: 60, temp_c: 10, tilt_deg: 3, battery_v: 3.6 } as const

/** Sixty days of hourly readings through one fault. */
function through(name: FaultName, seed = 1) {
  const notes: Noted[] = []
  const fault = faultKinds[name].begin({
    random: randomFor(seed, name),
    ...{ startAt, endAt, note: (at, detail) => notes.push({ ...detail, at }) },
  })
  const calls = Array.from({ length: HOURS }, (_, seq) => {
    const at = startAt + seq * HOUR_MS
    const reading: WireReading = { v: 1, seq, ts: at / 1000, distance_mm: 1_000 + seq, ...steady }
    return fault([{ kind: 'reading', reading }], at)
  })
  return { calls, emissions: calls.flat(), notes }
}

const readingsIn = (emissions: readonly Emission[]) =>
  emissions.flatMap((emission) => (emission.kind === 'reading' ? [emission.reading] : []))
const seqs = (emissions: readonly Emission[]) => readingsIn(emissions).map(({ seq }) => seq)
const ascending = Array.from({ length: HOURS }, (_, seq) => seq)

test('duplicates: about one in ten comes twice, and nothing else changes', () => {
  const sent = seqs(through('duplicates').emissions)
  expect([...new Set(sent)]).toEqual(ascending)
  expect(sent.length / HOURS).toBeGreaterThan(1.07)
  expect(sent.length / HOURS).toBeLessThan(1.13)
})

test('reorder: all come, some of them up to three places late', () => {
  const sent = seqs(through('reorder').emissions)
  expect(sent).not.toEqual(ascending.slice(0, sent.length))
  expect(sent.length).toBeGreaterThan(HOURS - 5)
  for (const [place, seq] of sent.entries()) expect(Math.abs(place - (seq ?? 0))).toBeLessThan(6)
})

test('clock_skew: every time is off by the same, which the truth tells', () => {
  const skews = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
    const { emissions, notes } = through('clock_skew', seed)
    const off = readingsIn(emissions).map(({ ts }, seq) => Number(ts) - startAt / 1000 - seq * 3600)
    expect(new Set(off)).toEqual(new Set([notes[0]?.skew_s]))
    return off[0] ?? 0
  })
  expect(skews.some((skew) => skew > 600)).toBe(true)
  expect(skews.some((skew) => skew < -50 * 365 * 86_400)).toBe(true)
})

test('no_clock: no reading has a time, every one has its number', () => {
  const sent = readingsIn(through('no_clock').emissions)
  expect(sent.every((reading) => !('ts' in reading))).toBe(true)
  expect(sent.map(({ seq }) => seq)).toEqual(ascending)
})

test('reboot: the connection breaks, numbers begin again, the first reading has no time', () => {
  const { emissions, notes } = through('reboot')
  const restarts = emissions.flatMap(({ kind }, place) => (kind === 'restart' ? [place] : []))
  expect(restarts.length).toBe(notes.length)
  expect(restarts.length).toBeGreaterThan(3)
  for (const place of restarts) {
    const [first] = readingsIn(emissions.slice(place + 1, place + 2))
    expect(first?.seq).toBe(0)
    expect(first?.ts).toBeUndefined()
  }
})

test('silence: in the second half it dies, once, and says nothing after', () => {
  const { calls, notes } = through('silence')
  const dies = calls.findIndex((emissions) => emissions.some(({ kind }) => kind === 'death'))
  expect(dies).toBeGreaterThan(HOURS / 2 - 1)
  expect(dies).toBeLessThan(HOURS)
  expect(calls.slice(dies + 1).flat()).toEqual([])
  expect(notes).toHaveLength(1)
})

test('stuck: one value repeats itself from the noted time on', () => {
  const { emissions, notes } = through('stuck', 2)
  const from = ((notes[0]?.at ?? 0) - startAt) / HOUR_MS
  const sent = readingsIn(emissions)
  expect(notes[0]?.field).toBe('distance_mm')
  expect(new Set(sent.slice(from).map(({ distance_mm }) => distance_mm)).size).toBe(1)
  expect(sent[from - 1]?.distance_mm).toBe(1_000 + from - 1)
})

test('drift: from the noted time on one value creeps, by the same every day', () => {
  const { emissions, notes } = through('drift', 1)
  const [noted = { at: 0, field: '', per_day: 0 }] = notes
  const { at, field, per_day: perDay }: Noted = noted
  const sent = readingsIn(emissions)
  const value = (days: number) =>
    Number(sent[(at - startAt) / HOUR_MS + days * 24]?.[field as 'distance_mm' | 'temp_c'])
  const own = field === 'distance_mm' ? 24 : 0
  expect(value(20) - value(0)).toBeCloseTo(20 * (Number(perDay) + own), -0.5)
  expect(Math.abs(Number(perDay))).toBeGreaterThan(0.1)
})

test('noise: four distances in ten are far off, and none before the noted time', () => {
  const { emissions, notes } = through('noise')
  const from = ((notes[0]?.at ?? 0) - startAt) / HOUR_MS
  const wrong = readingsIn(emissions).map(({ distance_mm }, seq) => distance_mm !== 1_000 + seq)
  expect(wrong.slice(0, from)).not.toContain(true)
  const share = wrong.slice(from).filter(Boolean).length / (HOURS - from)
  expect(share).toBeGreaterThan(0.33)
  expect(share).toBeLessThan(0.47)
})

test('moved: the tilt changes once, for good', () => {
  const { emissions, notes } = through('moved')
  const from = ((notes[0]?.at ?? 0) - startAt) / HOUR_MS
  const tilts = readingsIn(emissions).map(({ tilt_deg }) => tilt_deg)
  expect(new Set(tilts.slice(0, from))).toEqual(new Set([3]))
  expect(new Set(tilts.slice(from))).toEqual(new Set([3 + Number(notes[0]?.by_deg)]))
})

test('weak_battery: it falls evenly by what the truth says', () => {
  const { emissions, notes } = through('weak_battery')
  const volts = readingsIn(emissions).map(({ battery_v }) => Number(battery_v))
  expect(volts[0]).toBe(3.6)
  const fallen = (volts[0] ?? 0) - (volts.at(-1) ?? 0)
  expect(fallen).toBeCloseTo((Number(notes[0]?.mv_per_day) / 1000) * (HOURS / 24), 1)
})

test('burst: hours of nothing, then all of them in arrays of at most 500', () => {
  const { calls, emissions } = through('burst')
  const arrays = emissions.filter((emission) => emission.kind === 'backfill')
  expect(arrays).toHaveLength(1)
  const stored = arrays[0]?.readings ?? []
  expect(stored.length).toBeGreaterThanOrEqual(6)
  expect(stored.length).toBeLessThanOrEqual(49)
  expect(calls.filter(({ length }) => length === 0)).toHaveLength(stored.length)
  expect([...seqs(emissions), ...stored.map(({ seq }) => seq)].toSorted(byNumber)).toEqual(
    ascending,
  )
})

test('garbage: beside the readings, messages that the contract refuses in whole or in part', () => {
  const { emissions, notes } = through('garbage')
  const raw = emissions.flatMap((emission) => (emission.kind === 'raw' ? [emission.bytes] : []))
  expect(seqs(emissions)).toEqual(ascending)
  expect(raw.length).toBe(notes.length)
  expect(new Set(notes.map((note) => note.garbage)).size).toBe(8)
  for (const bytes of raw) expect(accepted(bytes)).toBe(0)
})

test('every fault repeats itself with its seed', () => {
  for (const name of faultNames) {
    expect(through(name, 3)).toEqual(through(name, 3))
    if (name !== 'no_clock') expect(through(name, 4)).not.toEqual(through(name, 5))
  }
})

test('a device has about the share of faults asked for, and none that was not', () => {
  const noted: FaultName[] = []
  for (let device = 0; device < 400; device++)
    faultsOfDevice({
      ...{ seed: 1, deviceId: `sim-${device}`, startAt, endAt: startAt + 30 * DAY_MS },
      shares: { burst: 0.5, silence: 0 },
      note: (_at, name) => noted.push(name),
    })
  expect(new Set(noted)).toEqual(new Set(['burst']))
  expect(Math.abs(noted.length - 200)).toBeLessThan(40)
})

function accepted(bytes: Uint8Array): number {
  const parsed = parseTelemetry(bytes)
  return parsed.kind === 'rejected'
    ? 0
    : parsed.items.filter(({ kind }) => kind === 'reading').length
}

const byNumber = (a: number | undefined, b: number | undefined) => Number(a) - Number(b)
