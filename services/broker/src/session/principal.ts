// Who a connection belongs to, and what that lets it do. Anything not named here is not allowed.
import { configTopic, statusTopic, telemetryTopic } from '@bakwacht/firmware-contracts'

export type Principal =
  | {
      readonly kind: 'device'
      readonly deviceId: string
      readonly telemetry: string
      readonly status: string
      readonly config: string
    }
  /** Holds a token that may read events. */
  | { readonly kind: 'reader' }
  /** Named nobody (only on loopback): may connect, and nothing else. */
  | { readonly kind: 'guest' }

export const deviceOf = (deviceId: string): Principal => ({
  kind: 'device',
  deviceId,
  telemetry: telemetryTopic(deviceId),
  status: statusTopic(deviceId),
  config: configTopic(deviceId),
})

const EVENTS = 'bakwacht/v1/events/'

/** True for a topic that may be read, and for a filter that selects such topics only. */
export function mayRead(principal: Principal, topicOrFilter: string): boolean {
  switch (principal.kind) {
    case 'device':
      return topicOrFilter === principal.config
    case 'reader':
      return topicOrFilter.startsWith(EVENTS)
    case 'guest':
      return false
  }
}
