// Where everything is said. Builders, filters, and the way back from a topic to its meaning.
import { isId } from './limits.ts'

const ROOT = 'bakwacht/v1'
const DEVICES = `${ROOT}/devices/`
const EVENTS = `${ROOT}/events/`

export const telemetryTopic = (deviceId: string) => `${DEVICES}${deviceId}/telemetry`
export const statusTopic = (deviceId: string) => `${DEVICES}${deviceId}/status`
export const configTopic = (deviceId: string) => `${DEVICES}${deviceId}/config`

export const vehicleRunTopic = (vehicleId: string) => `${EVENTS}vehicles/${vehicleId}/run`
export const runEventTopic = (runId: string) => `${EVENTS}runs/${runId}`
export const alertEventTopic = (containerId: string) => `${EVENTS}alerts/${containerId}`
export const stateEventTopic = (containerId: string) => `${EVENTS}states/${containerId}`
export const planEventTopic = (planId: string) => `${EVENTS}plans/${planId}`

export const TELEMETRY_FILTER = telemetryTopic('+')
export const STATUS_FILTER = statusTopic('+')
export const EVENTS_FILTER = `${EVENTS}#`

export type DeviceTopic = {
  readonly kind: 'telemetry' | 'status' | 'config'
  readonly deviceId: string
}
export type EventTopic = {
  readonly kind: 'event'
  readonly about: 'vehicle_run' | 'run' | 'alert' | 'state' | 'plan'
  readonly id: string
}

/** @returns what the topic is for, or undefined if it is none of ours or its id is malformed */
export function parseTopic(topic: string): DeviceTopic | EventTopic | undefined {
  if (topic.startsWith(DEVICES)) return parseDeviceTopic(topic)
  if (topic.startsWith(EVENTS)) return parseEventTopic(topic.slice(EVENTS.length).split('/'))
  return undefined
}

function parseDeviceTopic(topic: string): DeviceTopic | undefined {
  const slash = topic.indexOf('/', DEVICES.length)
  if (slash < 0) return undefined
  const kind = topic.slice(slash + 1)
  if (kind !== 'telemetry' && kind !== 'status' && kind !== 'config') return undefined
  const deviceId = topic.slice(DEVICES.length, slash)
  return isId(deviceId) ? { kind, deviceId } : undefined
}

const EVENT_FOLDERS: Readonly<Record<string, EventTopic['about']>> = {
  runs: 'run',
  alerts: 'alert',
  states: 'state',
  plans: 'plan',
}

function parseEventTopic([folder = '', id = '', ...rest]: string[]): EventTopic | undefined {
  if (!isId(id)) return undefined
  if (folder === 'vehicles')
    return rest.length === 1 && rest[0] === 'run'
      ? { kind: 'event', about: 'vehicle_run', id }
      : undefined
  const about = Object.hasOwn(EVENT_FOLDERS, folder) ? EVENT_FOLDERS[folder] : undefined
  return about !== undefined && rest.length === 0 ? { kind: 'event', about, id } : undefined
}
