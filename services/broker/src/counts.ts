// Totals since start, but `connections`, which is how many there are now.
export interface BrokerCounts {
  connections: number
  /** Beyond the limit of connections. */
  refusedConnections: number
  refusedSignIns: number
  /** Connections ended because their secret or token holds no more. */
  withdrawn: number
  statuses: number
  /** Publishes elsewhere than on the device's own topics. */
  dropped: number
  /** Publishes too large to keep. */
  discarded: number
  /** Connections ended because they broke MQTT or a limit. */
  faults: number
  /** Messages not acknowledged because they could not be stored. */
  notStored: number
}

export const noCounts = (): BrokerCounts => ({
  connections: 0,
  refusedConnections: 0,
  refusedSignIns: 0,
  withdrawn: 0,
  statuses: 0,
  dropped: 0,
  discarded: 0,
  faults: 0,
  notStored: 0,
})
