import type { Alert } from '@bakwacht/domain'
import { NOON, state } from '@bakwacht/domain/fixture'
import { eventSchemas } from '@bakwacht/wire'
import { expect, test } from 'vitest'
import { toldMessage } from './message.ts'

test('a state is told on its container’s topic, as HTTP shows it', () => {
  const known = state('c1', {
    pct: 87,
    lastReadingAt: NOON - 60_000,
    health: { ...state('c1').health, noEchoSince: NOON },
  })
  const message = toldMessage({
    id: 7,
    at: NOON,
    kind: 'state',
    subject: 'c1',
    payload: { ...known },
  })
  expect(message).toMatchObject({ topic: 'bakwacht/v1/events/states/c1', retain: false })
  expect(eventSchemas.state.strict().parse(JSON.parse(message.payload))).toMatchObject({
    event_id: 7,
    at: '2026-11-23T12:00:00.000Z',
    container_id: 'c1',
    last_reading_at: '2026-11-23T11:59:00.000Z',
    fill: { pct: 87, full: true, rate_pct_per_day: 6.5 },
    damp: { level: 'dry', abs_humidity_g_per_m3: 6.4, hours_above_75: 0 },
    health: { no_echo_since: '2026-11-23T12:00:00.000Z', battery_low: false },
    latest: { temp_c: 8.4, rh_pct: 75, battery_v: 3.58 },
  })
})

test('an alert is told on its container’s topic, with its evidence', () => {
  const alert: Alert = {
    id: 'a1',
    containerId: 'c1',
    kind: 'fire',
    severity: 'alarm',
    status: 'open',
    raisedAt: NOON,
    clearedAt: null,
    notified: true,
    ackedAt: null,
    ackedBy: null,
    evidence: { temp_c: 71 },
  }
  const message = toldMessage({
    id: 8,
    at: NOON,
    kind: 'alert',
    subject: 'c1',
    payload: { ...alert },
  })
  expect(message.topic).toBe('bakwacht/v1/events/alerts/c1')
  expect(eventSchemas.alert.strict().parse(JSON.parse(message.payload))).toMatchObject({
    event_id: 8,
    kind: 'fire',
    severity: 'alarm',
    raised_at: '2026-11-23T12:00:00.000Z',
    cleared_at: null,
    evidence: { temp_c: 71 },
  })
})
