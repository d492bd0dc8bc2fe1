// How ingest signs in at an external broker: one session per replica that outlives its process, so
// that the broker keeps what comes meanwhile.
import { MAX_DISCARD_BYTES } from '@bakwacht/firmware-contracts'
import type { IClientOptions } from 'mqtt'

/** Messages that the broker may have under way to us; more than one group commit holds. */
export const RECEIVE_MAXIMUM = 2500

const DAY_S = 24 * 3600
const FIXED_HEADER_BYTES = 5

export const sessionOptions = (replica: string): IClientOptions => ({
  protocolVersion: 5,
  // A dead member of a $share group is dealt its part for as long as its session lives. With a
  // fixed id the replica that starts in its place gets that part.
  clientId: `bakwacht-ingest-${replica}`,
  clean: false,
  // The service subscribes on every connect by itself.
  resubscribe: false,
  keepalive: 30,
  reconnectPeriod: 1000,
  // A broker that is just starting refuses for a while; that must not be for ever.
  reconnectOnConnackError: true,
  connectTimeout: 10_000,
  properties: {
    sessionExpiryInterval: 30 * DAY_S,
    receiveMaximum: RECEIVE_MAXIMUM,
    // What is larger the broker must not send; it counts as delivered.
    maximumPacketSize: MAX_DISCARD_BYTES + FIXED_HEADER_BYTES,
  },
})

const SHARE = '$share/bakwacht-ingest/'
export const shared = (filter: string): string => `${SHARE}${filter}`
