// What the broker's thread and the main thread say to each other.

import type { DeviceStatus } from '@bakwacht/domain'
import type { RegistrySource } from '@bakwacht/registry'
import type { RehearsedTime } from '@bakwacht/runtime'
import type { CommitterSource } from '@bakwacht/telemetry'
import type { Broker, BrokerOptions, PublishOptions } from '../broker.ts'

export interface ThreadData {
  readonly options: BrokerOptions
  readonly store: CommitterSource
  /** Opened a second time, so that signing in never waits for the main thread. */
  readonly registry: RegistrySource
  readonly logLevel: string
  readonly rehearsed?: RehearsedTime | undefined
}

export type ToThread =
  | {
      readonly kind: 'publish'
      readonly id: number
      readonly topic: string
      readonly payload: string | Uint8Array
      readonly options: PublishOptions
    }
  | { readonly kind: 'stop' }

export type FromThread =
  | { readonly kind: 'listening'; readonly mqttPort: number; readonly wsPort: number }
  /** It could not start. */
  | { readonly kind: 'failed'; readonly error: Error }
  | { readonly kind: 'published'; readonly id: number; readonly error: Error | undefined }
  | { readonly kind: 'status'; readonly deviceId: string; readonly status: DeviceStatus }
  | { readonly kind: 'counters'; readonly counters: Broker['counters'] }
