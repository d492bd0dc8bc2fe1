import type { Alert, ContainerState } from '@bakwacht/domain'
import { eventSchemas } from '@bakwacht/wire'
import { expect, test } from 'vitest'
import { toldMessage } from './message.ts'

const AT = Date.UTC(2026, 10, 21, 12)

test('a state is told on its container’s topic, as HTTP shows it', () => {
  const state: ContainerState = {
    containerId: 'c1',
    evaluatedAt: AT,
    lastReadingAt: AT - 60_000,
    fill: {
      source: 'sensor',
      pct: 87,
      at: AT - 60_000,
      full: true,
      ratePctPerDay: 6.5,
      fullAt: null,
      evidence: { fill_pct: 87 },
    },
    damp: {
      level: 'watch',
      dewPointC: 4.2,
      absHumidityGPerM3: 6.4,
      excessGPerM3: 0.1,
      mouldIndex: 0,
      hoursAbove75: 50,
      evidence: {},
    },
    health: {
      trustworthy: true,
      silentSince: null,
      noEchoSince: AT,
      batteryLow: false,
      fire: false,
    },
    latest: { tempC: 8.4, rhPct: 75, batteryV: null },
    lastEmptiedAt: null,
  }
  const message = toldMessage({
    id: 7,
    at: AT,
    kind: 'state',
    subject: 'c1',
    payload: { ...state },
  })
  expect(message).toMatchObject({ topic: 'bakwacht/v1/events/states/c1', retain: false })
  expect(eventSchemas.state.strict().parse(JSON.parse(message.payload))).toMatchObject({
    event_id: 7,
    at: '2026-11-21T12:00:00.000Z',
    container_id: 'c1',
    last_reading_at: '2026-11-21T11:59:00.000Z',
    fill: { pct: 87, full: true, rate_pct_per_day: 6.5, full_at: null },
    damp: { level: 'watch', abs_humidity_g_per_m3: 6.4, hours_above_75: 50 },
    health: { no_echo_since: '2026-11-21T12:00:00.000Z', battery_low: false },
    latest: { temp_c: 8.4, rh_pct: 75, battery_v: null },
  })
})

test('an alert is told on its container’s topic, with its evidence', () => {
  const alert: Alert = {
    id: 'a1',
    containerId: 'c1',
    kind: 'fire',
    severity: 'alarm',
    status: 'open',
    raisedAt: AT,
    clearedAt: null,
    notified: true,
    ackedAt: null,
    ackedBy: null,
    evidence: { temp_c: 71 },
  }
  const message = toldMessage({
    id: 8,
    at: AT,
    kind: 'alert',
    subject: 'c1',
    payload: { ...alert },
  })
  expect(message.topic).toBe('bakwacht/v1/events/alerts/c1')
  expect(eventSchemas.alert.strict().parse(JSON.parse(message.payload))).toMatchObject({
    event_id: 8,
    kind: 'fire',
    severity: 'alarm',
    raised_at: '2026-11-21T12:00:00.000Z',
    cleared_at: null,
    evidence: { temp_c: 71 },
  })
})
