// What is said on MQTT, and where. An empty retained message clears its topic.
import type { Alert, ContainerState, DeviceConfig, Plan, Run } from '@bakwacht/domain'
import {
  alertEventTopic,
  configTopic,
  planEventTopic,
  runEventTopic,
  stateEventTopic,
  vehicleRunTopic,
} from '@bakwacht/firmware-contracts'
import type { LoggedEvent } from '@bakwacht/registry'
import {
  alertToWire,
  eventToWire,
  planHeadToWire,
  reasonToWire,
  runToWire,
  stateToWire,
} from '@bakwacht/wire'
import { configOnWire } from './config-on-wire.ts'

export interface Message {
  readonly topic: string
  readonly payload: string
  readonly retain: boolean
}

/** The kinds of event that only say that something retained has changed. */
export type RetainedKind = 'vehicle_run' | 'device_config'
export type ToldEvent = LoggedEvent & { readonly kind: Exclude<LoggedEvent['kind'], RetainedKind> }

export const isTold = (event: LoggedEvent): event is ToldEvent =>
  event.kind !== 'vehicle_run' && event.kind !== 'device_config'

export function toldMessage(event: ToldEvent): Message {
  // The registry says which domain object each kind carries.
  const carried: unknown = event.payload
  switch (event.kind) {
    case 'state':
      return told(stateEventTopic(event.subject), event, stateToWire(carried as ContainerState))
    case 'alert':
      return told(alertEventTopic(event.subject), event, alertToWire(carried as Alert))
    case 'run':
      return told(runEventTopic(event.subject), event, runOnWire(carried as Run))
    case 'plan':
      return told(planEventTopic(event.subject), event, planHeadToWire(carried as Plan))
  }
}

export const vehicleRunMessage = (vehicleId: string, run: Run | null): Message =>
  retained(vehicleRunTopic(vehicleId), run && runOnWire(run))

/** @param config null for a device that is no longer to be told anything */
export const configMessage = (deviceId: string, config: DeviceConfig | null): Message =>
  retained(configTopic(deviceId), config && configOnWire(config))

/** Reasons in code and evidence alone: who listens here has no language. */
const runOnWire = (run: Run) => runToWire(run, reasonToWire)

const told = (topic: string, event: LoggedEvent, what: object): Message => ({
  topic,
  payload: JSON.stringify(eventToWire(event, what)),
  retain: false,
})

const retained = (topic: string, what: object | null): Message => ({
  topic,
  payload: what === null ? '' : JSON.stringify(what),
  retain: true,
})
