// A container and its events, for tests.
import { type Container, containerDefaults } from '../../fleet/container.ts'
import type { QualityFlag } from '../../reading/quality-flag.ts'
import { flagBit } from '../../reading/quality-flag.ts'
import type { Measurements, Reading } from '../../reading/reading.ts'
import { settingsDefaults } from '../../settings.ts'
import { HOUR_MS } from '../../time/local-time.ts'
import { foldEvents } from './fold.ts'
import { foldConfigOf } from './fold-config.ts'
import { type FoldEvent, inObservedOrder } from './fold-event.ts'
import { beforeAnyEvent } from './fold-state.ts'

export const t0 = Date.UTC(2026, 9, 5)
export const hours = (count: number): number => t0 + count * HOUR_MS

export const container: Container = {
  ...containerDefaults,
  id: 'c1',
  name: 'Kerkplein',
  location: [4.7, 50.88],
  capacityL: 2500,
  createdAt: t0,
}

export const nothingMeasured: Measurements = {
  distanceMm: null,
  fillPct: null,
  tempC: null,
  rhPct: null,
  batteryV: null,
  rssiDbm: null,
  tiltDeg: null,
  lidOpens: null,
}

export function reading(
  at: number,
  measured: Partial<Measurements>,
  flags: readonly QualityFlag[] = [],
): FoldEvent & { readonly reading: Reading } {
  const bits = flags.reduce((all, flag) => all | flagBit(flag), 0)
  return {
    kind: 'reading',
    at,
    reading: {
      ...nothingMeasured,
      ...measured,
      deviceId: 'd1',
      observedAt: at,
      receivedAt: at,
      seq: null,
      flags: bits,
    },
  }
}

export const seated: FoldEvent = { kind: 'seated', at: t0, deviceId: 'd1', registeredAt: t0 }

/** One reading an hour from hour `from` on. */
export const hourly = (
  values: readonly Partial<Measurements>[],
  from = 0,
): (FoldEvent & { readonly reading: Reading })[] =>
  values.map((measured, index) => reading(hours(from + index) + 60_000, measured))

export const fills = (...pcts: readonly number[]): Partial<Measurements>[] =>
  pcts.map((fillPct) => ({ fillPct }))

export const fold = (events: readonly FoldEvent[], changed: Partial<Container> = {}) =>
  foldEvents(
    beforeAnyEvent,
    inObservedOrder([seated, ...events]),
    foldConfigOf({ ...container, ...changed }, settingsDefaults, 'Europe/Brussels'),
  )
