import { expect, test } from 'vitest'
import * as topics from './topics.ts'

test('a topic that was built is understood again', () => {
  const { parseTopic } = topics
  expect(topics.telemetryTopic('s-1')).toBe('bakwacht/v1/devices/s-1/telemetry')
  expect(parseTopic(topics.telemetryTopic('s-1'))).toEqual({ kind: 'telemetry', deviceId: 's-1' })
  expect(parseTopic(topics.statusTopic('a:b.c_d'))).toEqual({ kind: 'status', deviceId: 'a:b.c_d' })
  expect(parseTopic(topics.configTopic('s'))).toEqual({ kind: 'config', deviceId: 's' })
  const event = (about: string, id: string) => ({ kind: 'event', about, id })
  expect(parseTopic(topics.vehicleRunTopic('v'))).toEqual(event('vehicle_run', 'v'))
  expect(parseTopic(topics.runEventTopic('r'))).toEqual(event('run', 'r'))
  expect(parseTopic(topics.alertEventTopic('c'))).toEqual(event('alert', 'c'))
  expect(parseTopic(topics.stateEventTopic('c'))).toEqual(event('state', 'c'))
  expect(parseTopic(topics.planEventTopic('p'))).toEqual(event('plan', 'p'))
})

test.each([
  '',
  'bakwacht/v1/devices/s',
  'bakwacht/v1/devices//telemetry',
  'bakwacht/v1/devices/s/telemetry/',
  'bakwacht/v1/devices/s/other',
  'bakwacht/v1/devices/ä/telemetry',
  `bakwacht/v1/devices/${'s'.repeat(65)}/telemetry`,
  'bakwacht/v2/devices/s/telemetry',
  'bakwacht/v1/events/runs/r/x',
  'bakwacht/v1/events/vehicles/v',
  'bakwacht/v1/events/constructor/v',
  '$SYS/x',
])('%j is none of ours', (topic) => {
  expect(topics.parseTopic(topic)).toBeUndefined()
})
